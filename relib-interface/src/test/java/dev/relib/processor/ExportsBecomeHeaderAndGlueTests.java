// SPDX-License-Identifier: Apache-2.0
package dev.relib.processor;

import com.google.testing.compile.Compilation;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ExportsBecomeHeaderAndGlueTests {

	@Test
	void functionsAreDeclaredForTheAuthorAndExportedBehindABoundary() {
		Compilation compilation = Sources.compile(Sources.resource("ImageFilter.java.txt"));
		assertThat(Sources.text(compilation, "image_filter.h")).isEqualTo(Sources.resource("image_filter.h"));
		assertThat(Sources.text(compilation, "image_filter.c")).isEqualTo(Sources.resource("image_filter.c"));
	}

	@Test
	void withTheirTypesAndErrors() {
		Compilation compilation = Sources.compile(Sources.resource("Drawing.java.txt"));
		assertThat(Sources.text(compilation, "drawing.h")).isEqualTo(Sources.resource("drawing.h"));
		assertThat(Sources.text(compilation, "drawing.c")).isEqualTo(Sources.resource("drawing.c"));
	}

}
