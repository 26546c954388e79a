// SPDX-License-Identifier: Apache-2.0
package dev.relib.processor;

import java.util.stream.Stream;

import com.google.testing.compile.Compilation;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class OutputIsReproducibleTests {

	private static final String FIRST = "/** One. */ int first(int a, String b);";

	private static final String SECOND = "/** Two. */ byte[] second();";

	private static final String THIRD = "void third(Shape c, java.util.List<Point> d) throws FailedException;";

	private static final String TYPES = """
			record Point(int x) { }
			enum Blend { NORMAL }
			record Shape(java.util.List<Point> points, Blend blend) { }
			class FailedException extends Exception { public FailedException(Point p) { } }
			""";

	@Test
	void whateverTheOrderOfTheMethods() {
		Stream.of("RelibExports", "RelibImports").forEach((annotation) -> {
			String third = annotation.equals("RelibExports") ? THIRD : THIRD.replace(" throws FailedException", "");
			Compilation one = Sources.contract(annotation, "Filter", FIRST, SECOND, third, TYPES);
			Compilation other = Sources.contract(annotation, "Filter", TYPES, third, FIRST, SECOND);
			Stream.of("filter.h", "filter.c", "filter.hpp", "filter.cpp", "filter.rs")
				.forEach((file) -> assertThat(Sources.text(one, file)).isEqualTo(Sources.text(other, file)));
		});
	}

}
