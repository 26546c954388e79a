// SPDX-License-Identifier: Apache-2.0
package dev.relib.processor;

import com.google.testing.compile.Compilation;
import org.junit.jupiter.api.Test;

import static com.google.testing.compile.CompilationSubject.assertThat;
import static dev.relib.processor.Errors.assertError;

class BothDirectionsAreAnErrorTests {

	@Test
	void reportedOnce() {
		Compilation compilation = Sources.contract("RelibExports @dev.relib.RelibImports", "Filter", "char apply();");
		assertError(compilation, "interface Filter",
				"com.example.Filter must have either @RelibExports or @RelibImports, not both");
		assertThat(compilation).hadErrorCount(1);
	}

}
