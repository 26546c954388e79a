// SPDX-License-Identifier: Apache-2.0
package dev.relib.processor;

import com.google.testing.compile.Compilation;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ContractsBecomeCppTests {

	@Test
	void exportsAreFunctionsForTheAuthorToImplement() {
		Compilation compilation = Sources.compile(Sources.resource("ImageFilter.java.txt"));
		assertThat(Sources.text(compilation, "image_filter.hpp")).isEqualTo(Sources.resource("image_filter.hpp"));
		assertThat(Sources.text(compilation, "image_filter.cpp")).isEqualTo(Sources.resource("image_filter.cpp"));
	}

	@Test
	void importsAreFunctionsForTheAuthorToCall() {
		Compilation compilation = Sources.compile(Sources.resource("Progress.java.txt"));
		assertThat(Sources.text(compilation, "progress.hpp")).isEqualTo(Sources.resource("progress.hpp"));
		assertThat(Sources.text(compilation, "progress.cpp")).isEqualTo(Sources.resource("progress.cpp"));
	}

	@Test
	void typesAreInANamespaceOfTheirOwn() {
		Compilation compilation = Sources.compile(Sources.resource("Drawing.java.txt"));
		assertThat(Sources.text(compilation, "drawing.hpp")).isEqualTo(Sources.resource("drawing.hpp"));
		assertThat(Sources.text(compilation, "drawing.cpp")).isEqualTo(Sources.resource("drawing.cpp"));
	}

}
