// SPDX-License-Identifier: Apache-2.0
package dev.relib.processor;

import java.util.stream.Stream;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.Compiler;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static dev.relib.processor.Errors.assertError;
import static org.junit.jupiter.params.provider.Arguments.arguments;

class ReservedNamesAreErrorsTests {

	private static final String ALLOWED = "use ASCII letters, digits and single underscores between them";

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			Math        | would hide the C library's math.h; rename the interface
			Pthread     | would hide the C library's pthread.h; rename the interface
			Relib       | has a name that is reserved for the module kit; choose one that does not begin with Relib
			RelibModule | has a name that is reserved for the module kit; choose one that does not begin with Relib
			_Filter     | has a name that is reserved or impossible in C; %s
			Filter_     | has a name that is reserved or impossible in C; %s
			Fil__ter    | has a name that is reserved or impossible in C; %s
			Fil$ter     | has a name that is reserved or impossible in C; %s
			Füllung     | has a name that is reserved or impossible in C; %s
			""")
	void ofInterfaces(String name, String problem) {
		assertError(Sources.contract("RelibExports", name, "void apply();"), "interface",
				"com.example." + name + " " + problem.formatted(ALLOWED));
	}

	@ParameterizedTest
	@ValueSource(strings = { "c", "cpp", "rust", "cpp,rust" })
	void whateverTheLanguagesAre(String languages) {
		assertError(compile(languages, "RelibModule", "void apply();"), "interface",
				"com.example.RelibModule has a name that is reserved for the module kit; choose one that does not begin with Relib");
		assertError(compile(languages, "Filter", "record RelibRaw(int a) { } RelibRaw a();"), "interface",
				"com.example.Filter " + ofTheKit("RelibRaw"));
		assertError(compile(languages, "Filter", "record point(int a) { } point a();"), "interface",
				"com.example.Filter " + lowerCase("point"));
	}

	private static Compilation compile(String languages, String name, String members) {
		return Compiler.javac()
			.withProcessors(new RelibProcessor())
			.withOptions("-Arelib.languages=" + languages)
			.compile(Sources.source("package com.example;\n@dev.relib.RelibExports\npublic interface " + name + " {\n"
					+ members + "\n}"));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			textBlock = """
					Static | void cast();             | would be static_cast in C, where the name has another meaning; rename the method
					Timer  | void create();           | would be timer_create in C, where the name has another meaning; rename the method
					Int32  | int t();                 | would be int32_t in C, where the name has another meaning; rename the method
					Filter | void _apply();           | would be filter__apply in C, which is reserved or impossible; %s
					Filter | void apply$();           | would be filter_apply$ in C, which is reserved or impossible; %s
					Filter | void wählen();           | would be filter_wählen in C, which is reserved or impossible; %s
					Filter | void apply(int größe);   | has the parameter größe, which is reserved or impossible in C; %s
					Filter | void apply(int a__b);    | has the parameter a__b, which is reserved or impossible in C; %s
					Filter | void apply(int $);       | has the parameter $, which is reserved or impossible in C; %s
					""")
	void ofMethodsAndParameters(String name, String method, String problem) {
		String methodName = method.replaceAll("\\w+ (.*)\\(.*", "$1");
		assertError(Sources.contract("RelibExports", name, method), methodName + "(",
				"com.example." + name + "." + methodName + " " + problem.formatted(ALLOWED));
	}

	@ParameterizedTest
	@MethodSource
	void ofTypes(String members, String problem) {
		assertError(Sources.contract("RelibExports", "Filter", members), "interface", "com.example.Filter " + problem);
	}

	static Stream<Arguments> ofTypes() {
		return Stream.of(arguments("enum Clock { REALTIME } void a(Clock a);", inC("Clock", "CLOCK_REALTIME")),
				arguments("enum Pthread { CANCELED } void a(Pthread a);", inC("Pthread", "PTHREAD_CANCELED")),
				arguments("enum Pthread { NEW_IN_POSIX } void a(Pthread a);", inC("Pthread", "PTHREAD_NEW_IN_POSIX")),
				arguments("record point(int a) { } point a();", lowerCase("point")),
				arguments("enum mode_2 { A } void a(java.util.List<P> a); record P(mode_2 mode) { }",
						lowerCase("mode_2")),
				arguments("record contract(int a) { } contract a();", lowerCase("contract")),
				arguments("record FILE(int a) { } FILE a();", inC("FILE", "FILE")),
				arguments("record Time_t(int a) { } Time_t a();", inC("Time_t", "Time_t")),
				arguments("record RelibString(int a) { } RelibString a();", ofTheKit("RelibString")),
				arguments("enum Relib { ERROR } Relib a();", ofTheKit("Relib")),
				arguments("record Grad$(int a) { } Grad$ a();", impossible("Grad$, a name that")),
				arguments("record Point(int größe) { } Point a();",
						impossible("Point, whose component größe has a name that")),
				arguments("enum Mode { GROß } Mode a();", impossible("Mode, whose constant GROß has a name that")),
				arguments("record P(int a) { } record PList(int b) { } java.util.List<P> a(PList p);",
						twice("PList", "C")),
				arguments("record FilterItem(int a) { } FilterItem itemCopy();", twice("filter_item_copy", "C")),
				arguments("enum A { B_C } enum A_B { C } A_B a(A a);", twice("A_B_C", "C")),
				arguments("enum A { B_C, bC } A a();", twice("A::BC", "Rust")),
				arguments("record Result(int a) { } record Result_(int a) { } Result a(Result_ b);",
						twice("Result_", "Rust")));
	}

	private static String inC(String type, String name) {
		return "uses " + type + ", which would declare " + name
				+ " in C, where the name has another meaning; rename the type"
				+ (name.equals(type) ? "" : " or the constant");
	}

	private static String ofTheKit(String type) {
		return "uses " + type + ", a name that is reserved for the module kit; rename the type";
	}

	private static String lowerCase(String type) {
		return "uses " + type + ", a name in lower case, which is reserved for functions; rename the type";
	}

	private static String impossible(String type) {
		return "uses " + type + " is reserved or impossible in C; " + ALLOWED;
	}

	private static String twice(String name, String language) {
		return "would declare " + name + " twice in " + language + "; rename a type or a method";
	}

}
