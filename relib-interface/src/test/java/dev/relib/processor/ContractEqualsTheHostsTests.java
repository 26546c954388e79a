// SPDX-License-Identifier: Apache-2.0
package dev.relib.processor;

import java.util.regex.Pattern;
import java.util.stream.Collectors;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.CompilationSubject;
import com.google.testing.compile.Compiler;
import dev.relib.contract.ContractInterface;
import dev.relib.failure.InvalidContractException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class ContractEqualsTheHostsTests {

	private static final String TYPES = """
			enum Blend { NORMAL, MULTIPLY { @Override public String toString() { return "times"; } } }
			record Point(int x, float toRGBA) { static int z; Point { } int sum() { return this.x; } }
			record Shape(String fileName, java.util.List<Point> points, Point center, Blend blend, double[] weights,
				java.util.List<String> tags, byte... rest) { }
			class FailedException extends Exception {
				public FailedException(Shape shape) { }
				public FailedException(String message) { }
				FailedException(Point point) { }
			}
			""";

	private static final Pattern LINE = Pattern.compile("\\t\"(.*)\\\\n\"");

	@ParameterizedTest
	@ValueSource(strings = { "interface Filter { }",
			"interface Filter { void b(); int a(String toRGBA, byte[] x1); boolean alphaBlend(float a, double b); }",
			"interface Filter { void a(byte... bytes); default char b() { return 0; } static char c() { return 0; } }",
			"interface Filter extends Base { void a(); } interface Base { void a(); void b(); }",
			"interface Filter extends Base { default void a() { } } interface Base { void a(); void b(); }",
			"interface Filter extends A, B { } interface A extends B { default void a() { } } interface B { void a(); }",
			"interface Filter extends Base { void a(); } interface Base { default void a() { } }",
			"interface Filter extends A, B { } interface A { void a(); } interface B { default void b() { } void c(); }",
			"interface Filter extends Base { String a(); } interface Base { Object a(); }",
			"interface Filter extends Base<String> { void a(String b); } interface Base<T> { void a(T b); }",
			"interface Filter { String toString(); int hashCode(); }",
			"interface Filter { @dev.relib.RelibName(\"zlibVersion\") String version(); void adler(); }",
			"interface Filter { private void a() { } void b(); class Nested { void c() { } } }",
			"interface Filter { java.util.List<Shape> z(Point a, Blend b); Shape a(short[] a, double[] b); }" + TYPES,
			"interface Filter { void a(java.util.List<String> a, Blend b); Shape b(); void c(Point a); }" + TYPES,
			"interface Filter { java.util.Optional<Shape> a(); java.util.OptionalLong b(); "
					+ "java.util.Optional<Integer> c(); java.util.Optional<java.nio.ByteBuffer> d(); }" + TYPES,
			"interface Filter { java.nio.ByteBuffer a(java.nio.ByteBuffer a) throws FailedException; "
					+ "void b() throws FailedException, java.io.UncheckedIOException; }" + TYPES,
			"interface Filter { Empty.Point a(); Other.Point b(); } interface Empty { record Point(int x) { } } "
					+ "interface Other { record Point(int x) { } }" })
	void whereItIsValid(String declarations) throws Exception {
		Compilation compilation = Sources.compile(java(declarations));
		String text = Sources.text(compilation, "filter.h")
			.lines()
			.map(LINE::matcher)
			.filter((line) -> line.lookingAt())
			.map((line) -> line.group(1) + "\n")
			.collect(Collectors.joining());
		assertThat(text).isEqualTo(ContractInterface.of(load(compilation)).trait().text());
	}

	@ParameterizedTest
	@ValueSource(strings = { "interface Filter extends A, B { } interface A { void a(); } interface B { void a(); }",
			"interface Filter extends Base { void a(int b); } interface Base { void a(); }",
			"interface Filter extends Base<String> { } interface Base<T> { T a(); }",
			"interface Filter { @dev.relib.RelibName(\"b\") void a(); void b(); }",
			"interface Filter { @dev.relib.RelibName(\"run;\") void run(); }",
			"interface Filter { boolean equals(Object other); }" })
	void whereItIsNot(String declarations) throws Exception {
		CompilationSubject.assertThat(Sources.compile(java(declarations))).failed();
		Class<?> type = load(Compiler.javac().withOptions("-proc:none").compile(Sources.source(java(declarations))));
		assertThatExceptionOfType(InvalidContractException.class).isThrownBy(() -> ContractInterface.of(type));
	}

	private static String java(String declarations) {
		return "package com.example;\n@dev.relib.RelibExports\n" + declarations;
	}

	private static Class<?> load(Compilation compilation) throws ClassNotFoundException {
		return new CompiledClasses(compilation).loadClass("com.example.Filter");
	}

}
