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

}
