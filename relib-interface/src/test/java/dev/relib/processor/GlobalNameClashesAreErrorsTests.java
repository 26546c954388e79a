// SPDX-License-Identifier: Apache-2.0
package dev.relib.processor;

import java.util.stream.Stream;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.Compiler;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static com.google.testing.compile.CompilationSubject.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/**
 * A module may include the headers of two interfaces of one compilation together.
 */
class GlobalNameClashesAreErrorsTests {

	@ParameterizedTest
	@MethodSource
	void ofTwoInterfaces(String first, String second, String line, String problem) {
		Compilation compilation = compile(first, second);
		assertThat(compilation).hadErrorCount(1);
		Errors.assertError(compilation, line, problem);
	}

	static Stream<Arguments> ofTwoInterfaces() {
		return Stream.of(
				arguments("interface One { record RgbColor(int r) { } void a(RgbColor c); }",
						"interface Two { record RGBColor(int r) { } void a(RGBColor c); }", "interface Two",
						"com.example.Two would declare rgb_color_free for record RGBColor { r: i32 }, but "
								+ "com.example.One declares it for record RgbColor { r: i32 }; rename one"),
				arguments("interface Image { void free(int a); }",
						"interface Two { record Image(int a) { } void a(Image c); }", "interface Two",
						"com.example.Two would declare image_free for record Image { a: i32 }, but "
								+ "com.example.Image declares it for its method free; rename one"),
				arguments("interface One { record Image(int a) { } void a(Image c); }",
						"interface Image {\nvoid free(int a); }", "void free",
						"com.example.Image.free would declare image_free, but com.example.One declares it for "
								+ "record Image { a: i32 }; rename one"),
				arguments("interface A { void bC(); }", "interface A_B {\nvoid c(); }", "void c",
						"com.example.A_B.c would declare a_b_c, but com.example.A declares it for its method b_c; "
								+ "rename one"),
				arguments("interface One { record P(int a) { } java.util.List<P> p(); }",
						"interface Two { record PList(int a) { } PList p(); }", "interface Two",
						"com.example.Two would declare PList for record PList { a: i32 }, but com.example.One "
								+ "declares it for a list of record P { a: i32 }; rename one"));
	}

	/**
	 * The interfaces may belong to different modules. In a module that includes both
	 * headers, the headers report the clash.
	 */
	@Test
	void unlessTheTypesHaveOneName() {
		assertThat(compile("interface One { record P(int a) { } java.util.List<P> p(P p); }",
				"interface Two { record P(long a) { } java.util.List<P> p(P p); }"))
			.succeeded();
	}

	@Test
	void unlessTheyAreTheSameInTheContract() {
		assertThat(compile("interface One { record P(int a) { } java.util.List<P> p(P p); }",
				"interface Two { record P(int a) { } java.util.List<P> p(P p); }"))
			.succeeded();
	}

	@Test
	void inTheChosenLanguagesOnly() {
		String first = "interface One { record RgbColor(int r) { } void a(RgbColor c); }";
		String second = "interface Two { record RGBColor(int r) { } void a(RGBColor c); }";
		assertThat(compile(first, second, "-Arelib.languages=cpp,rust")).succeeded();
	}

	private static Compilation compile(String first, String second, String... options) {
		return Compiler.javac()
			.withProcessors(new RelibProcessor())
			.withOptions((Object[]) options)
			.compile(Stream.of(first, second)
				.map((text) -> Sources.source("package com.example;\n@dev.relib.RelibImports\n" + text))
				.toList());
	}

}
