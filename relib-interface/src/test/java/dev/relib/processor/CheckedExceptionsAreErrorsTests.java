// SPDX-License-Identifier: Apache-2.0
package dev.relib.processor;

import org.junit.jupiter.api.Test;

import static com.google.testing.compile.CompilationSubject.assertThat;
import static dev.relib.processor.Errors.assertError;

class CheckedExceptionsAreErrorsTests {

	@Test
	void namingThem() {
		assertError(Sources.contract("RelibImports", "Files", "byte[] read(String name) throws java.io.IOException;"),
				"read(", "com.example.Files.read declares the checked exception java.io.IOException, "
						+ "which cannot be passed to native code; declare unchecked exceptions only");
	}

	@Test
	void butUncheckedOnesAreNot() {
		assertThat(Sources.contract("RelibImports", "Files",
				"byte[] read(String name) throws java.io.UncheckedIOException, StackOverflowError;"))
			.succeededWithoutWarnings();
	}

}
