package dev.relib.processor;

import java.util.stream.Stream;

import com.google.testing.compile.Compilation;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class OutputIsReproducibleTests {

	private static final String FIRST = "/** One. */ int first(int a, String b);";

	private static final String SECOND = "/** Two. */ byte[] second();";

	private static final String THIRD = "void third(boolean c);";

	@Test
	void whateverTheOrderOfTheMethods() {
		Stream.of("RelibExports", "RelibImports").forEach((annotation) -> {
			Compilation one = Sources.contract(annotation, "Filter", FIRST, SECOND, THIRD);
			Compilation other = Sources.contract(annotation, "Filter", THIRD, FIRST, SECOND);
			Stream.of("filter.h", "filter.c", "filter.hpp", "filter.cpp", "filter.rs")
				.forEach((file) -> assertThat(Sources.text(one, file)).isEqualTo(Sources.text(other, file)));
		});
	}

}
