// SPDX-License-Identifier: Apache-2.0
package dev.relib.processor;

import com.google.testing.compile.Compilation;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ContractsBecomeRustModulesTests {

	@Test
	void exportsAreATraitForTheAuthorToImplement() {
		Compilation compilation = Sources.compile(Sources.resource("ImageFilter.java.txt"));
		assertThat(Sources.text(compilation, "image_filter.rs")).isEqualTo(Sources.resource("image_filter.rs"));
	}

	@Test
	void importsAreFunctionsForTheAuthorToCall() {
		Compilation compilation = Sources.compile(Sources.resource("Progress.java.txt"));
		assertThat(Sources.text(compilation, "progress.rs")).isEqualTo(Sources.resource("progress.rs"));
	}

	@Test
	void javadocIsDocumentation() {
		Compilation compilation = Sources.compile(Sources.resource("Documented.java.txt"));
		assertThat(Sources.text(compilation, "documented.rs")).isEqualTo(Sources.resource("documented.rs"));
	}

	@Test
	void typesAreInTheModule() {
		Compilation compilation = Sources.compile(Sources.resource("Drawing.java.txt"));
		assertThat(Sources.text(compilation, "drawing.rs")).isEqualTo(Sources.resource("drawing.rs"));
	}

}
