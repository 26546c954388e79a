// SPDX-License-Identifier: Apache-2.0
package dev.relib.processor;

import java.util.stream.Stream;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.Compiler;
import dev.relib.contract.ContractInterface;
import dev.relib.failure.InvalidContractException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static com.google.testing.compile.CompilationSubject.assertThat;
import static dev.relib.processor.Errors.assertError;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/**
 * The processor and the host refuse the same types, for the same reason.
 */
class UnsupportedTypesAreErrorsTests {

	private static final String NOT_PASSED = ", which cannot be passed to native code; ";

	private static final String NULL = ", but native code has no null; use an empty value";

	private static final String HERE = "com.example.Filter.";

	private static final String ONE_RECORD = NOT_PASSED
			+ "use an exception with exactly one public constructor whose only parameter is a record";

	@ParameterizedTest
	@MethodSource
	void ofParameters(String type, String problem) {
		assertRefused("RelibExports", "void run(int before, " + type + " value);", "takes value: ", "uses ", problem);
	}

	static Stream<Arguments> ofParameters() {
		return Stream.of(arguments("char", "char" + NOT_PASSED + "use int or String"),
				arguments("char[]", "char[]" + NOT_PASSED + "use String"),
				arguments("boolean[]", "boolean[]" + NOT_PASSED + "use byte[]"),
				arguments("Integer", "java.lang.Integer" + NOT_PASSED + "use int"),
				arguments("String[]", "java.lang.String[]" + NOT_PASSED + "use List<String>"),
				arguments("List<Integer>", "java.util.List<java.lang.Integer>" + NOT_PASSED + "use int[]"),
				arguments("List", "java.util.List" + NOT_PASSED + "give it a type argument"),
				arguments("List<?>", "java.util.List<?>" + NOT_PASSED + "use boolean, byte,"),
				arguments("List<List<String>>", "java.util.List<java.util.List<java.lang.String>>" + NOT_PASSED),
				arguments("List<Thread.State>", "java.util.List<java.lang.Thread.State>" + NOT_PASSED),
				arguments("int[][]", "int[][]" + NOT_PASSED), arguments("Object", "java.lang.Object" + NOT_PASSED),
				arguments("Thread.State[]", "java.lang.Thread.State[]" + NOT_PASSED),
				arguments("Optional<String>",
						"java.util.Optional<java.lang.String>" + NOT_PASSED + "only an export may return it"),
				arguments("@Nullable String", "a nullable java.lang.String" + NULL),
				arguments("byte @Nullable []", "a nullable byte[]" + NULL),
				arguments("List<@Nullable String>", "a nullable java.lang.String" + NULL),
				arguments("Map.Entry<String, String>",
						"java.util.Map.Entry<java.lang.String, java.lang.String>" + NOT_PASSED));
	}

	@ParameterizedTest
	@MethodSource
	void ofRecordsAndEnums(String declaration, String problem) {
		String name = declaration.replaceAll("\\w+ (\\w+).*", "$1").replace("Pair", "Pair<String>");
		assertRefused("RelibImports", declaration + "\n" + name + " run();", "returns ", "uses ", HERE + problem);
	}

	static Stream<Arguments> ofRecordsAndEnums() {
		return Stream.of(
				arguments("record Pair<T>(T a) { }",
						"Pair, a record with type parameters" + NOT_PASSED + "remove them"),
				arguments("record Empty() { }", "Empty, a record without components; add one"),
				arguments("enum Never { }", "Never, an enum without constants; add one"),
				arguments("record Tree(List<Tree> children) { }",
						"Tree, whose component children is com.example.Filter.Tree, which contains itself; "
								+ "use a list of flat records"),
				arguments("record Picture(java.nio.ByteBuffer pixels) { }",
						"Picture, whose component pixels is java.nio.ByteBuffer" + NOT_PASSED + "use byte[]"),
				arguments("record Maybe(Optional<String> text) { }",
						"Maybe, whose component text is java.util.Optional<java.lang.String>" + NOT_PASSED),
				arguments("record Holes(@Nullable String text) { }",
						"Holes, whose component text is a nullable java.lang.String" + NULL),
				arguments("record Clash(int aB, int a_b) { }",
						"Clash, which has two components with the native name a_b; rename one"),
				arguments("record str(int length) { }",
						"str, whose simple name is that of a built-in type of contracts; rename it"));
	}

	@ParameterizedTest
	@MethodSource
	void ofReturnsAndFailures(String annotation, String method, String use, String problem) {
		String failures = """
				class TwiceException extends Exception {
					public TwiceException(Point a) { }
					public TwiceException(Other.Point a) { }
				}
				abstract class HalfException extends Exception {
					public HalfException(Point a) { }
				}
				record Point(int x) { }
				interface Other { record Point(long x) { } }
				""";
		assertRefused(annotation, failures + method, use, use.replace("returns", "uses"), problem);
	}

	static Stream<Arguments> ofReturnsAndFailures() {
		String checked = "the checked exception ";
		return Stream.of(
				arguments("RelibImports", "OptionalInt run();", "returns ",
						"java.util.OptionalInt" + NOT_PASSED + "return the value itself, or an empty one"),
				arguments("RelibExports", "Optional<Optional<String>> run();", "returns ",
						"java.util.Optional<java.lang.String>" + NOT_PASSED),
				arguments("RelibExports", "Optional run();", "returns ",
						"java.util.Optional" + NOT_PASSED + "give it a type argument"),
				arguments("RelibExports", "@Nullable String run();", "returns ", "a nullable java.lang.String" + NULL),
				arguments("RelibExports", "Point ok(); Other.Point run();", "returns ",
						HERE + "Other.Point, but the interface uses another type of the name Point; rename one:\n"
								+ "  record Point { x: i32 }\n  record Point { x: i64 }"),
				arguments("RelibImports", "void run() throws java.io.IOException;", "declares ",
						checked + "java.io.IOException" + NOT_PASSED + "declare unchecked exceptions only"),
				arguments("RelibExports", "void run() throws java.io.IOException;", "declares ",
						checked + "java.io.IOException" + ONE_RECORD),
				arguments("RelibExports", "void run() throws TwiceException;", "declares ",
						checked + HERE + "TwiceException" + ONE_RECORD),
				arguments("RelibExports", "void run() throws HalfException;", "declares ",
						checked + HERE + "HalfException" + ONE_RECORD),
				arguments("RelibExports", "void run() throws HalfException, TwiceException;", "declares ",
						"2 checked exceptions, but an export may declare only one; use one whose record tells the failures apart"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "Missing", "List<Missing>", "Missing[]" })
	void whichTheCompilerDoesNotKnow(String type) {
		assertThat(Sources.contract("RelibExports", "Filter", "void run(java.util." + type + " value);")).failed();
	}

	private static void assertRefused(String annotation, String members, String compilers, String hosts,
			String problem) {
		String source = """
				package com.example;
				import java.util.*;
				import org.jspecify.annotations.Nullable;
				@dev.relib.%s
				public interface Filter {
				%s
				}
				""".formatted(annotation, members);
		String firstLine = problem.lines().findFirst().orElseThrow();
		assertError(Sources.compile(source), "run(", "com.example.Filter.run " + compilers + firstLine);
		Compilation unprocessed = Compiler.javac()
			.withOptions("-proc:none", "-parameters")
			.compile(Sources.source(source));
		assertThatExceptionOfType(InvalidContractException.class)
			.isThrownBy(() -> ContractInterface.of(new CompiledClasses(unprocessed).loadClass("com.example.Filter")))
			.withMessageStartingWith("com.example.Filter.run " + hosts + problem);
	}

}
