// SPDX-License-Identifier: Apache-2.0
package dev.relib.marshal;

import java.io.IOException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import dev.relib.RelibByValue;
import dev.relib.RelibConst;
import dev.relib.RelibErrno;
import dev.relib.RelibErrno.Failure;
import dev.relib.RelibExports;
import dev.relib.RelibInt;
import dev.relib.RelibKept;
import dev.relib.RelibLength;
import dev.relib.RelibName;
import dev.relib.RelibVariadic;
import dev.relib.contract.ContractInterface;
import dev.relib.failure.InvalidContractException;
import dev.relib.fixture.OnOneJdk;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/**
 * A method that can not be a function of a plain library is refused with the parameter
 * and the fix.
 */
@OnOneJdk
class PlainMistakesTests {

	private static final String HERE = "dev.relib.marshal.PlainMistakesTests$";

	@ParameterizedTest
	@MethodSource("mistakes")
	void areRefused(String method, String problem) {
		assertThatExceptionOfType(InvalidContractException.class).isThrownBy(() -> require(Mistakes.class, method))
			.withMessage(Mistakes.class.getName() + "." + method + " " + problem);
	}

	private static void require(Class<?> type, String method) {
		ContractInterface.ofPlain(type)
			.functions()
			.stream()
			.filter((function) -> function.method().orElseThrow().getName().equals(method))
			.forEach(ExportCall::requirePlain);
	}

	static Stream<Arguments> mistakes() {
		String known = ", which a plain library does not know; use ";
		return Stream.of(arguments("character", "takes argument c of type char" + known + "short, or int"),
				arguments("box", "takes argument number of type java.lang.Integer" + known + "int"),
				arguments("list", "takes argument texts of type java.util.List" + known
						+ "a primitive, String, an array of numbers, String[], a direct buffer, a record, an array of "
						+ "records, or a functional interface; long for any other pointer"),
				arguments("flags", "takes argument flags of type boolean[]" + known + "byte[]"),
				arguments("format",
						"takes java.lang.Object... values; declare a method for each combination of types, "
								+ "with @RelibVariadic on the first of them"),
				arguments("variadicFirst",
						"has @RelibVariadic on a; put it on the first of the arguments that are ... "
								+ "in C, behind a named one"),
				arguments("variadicTwice",
						"has @RelibVariadic on c; put it on the first of the arguments that are ... "
								+ "in C, behind a named one"),
				arguments("intNumber", "has @RelibInt on a, which is no boolean; take it out"),
				arguments("valueText", "has @RelibByValue on a, which is no record; take it out"),
				arguments("constText", "has @RelibConst on a, which is no array or buffer; take it out"),
				arguments("keptNumber", "has @RelibKept on a, which is no functional interface; take it out"),
				arguments("intReturn", "has @RelibInt and returns no boolean; take it out"),
				arguments("optionalNumber",
						"takes java.util.Optional<java.lang.Integer> a; use Optional of String or "
								+ "of a record, or @Nullable"),
				arguments("rawOptional", "uses java.util.Optional; use Optional of String or of a record"),
				arguments("bytes",
						"returns byte[], whose length a plain library does not tell; return a primitive, "
								+ "String or a record, or have it write into an argument"),
				arguments("recursive",
						"uses " + HERE + "Node, which contains itself; use long for a pointer to another"),
				arguments("unsized",
						"uses " + HERE + "Unsized, whose component numbers is int[] without a length; annotate it with "
								+ "@RelibLength, or use long for a pointer"),
				arguments("noLength",
						"uses " + HERE + "NoLength, whose component text has @RelibLength(0); it is at " + "least 1"),
				arguments("generic",
						"takes the callback order of the generic type java.util.Comparator; declare an "
								+ "interface without type parameters"),
				arguments("callbackArray", "takes the callback callback, whose method Sizes.of takes int[]" + known
						+ "a primitive, String, or a record for a pointer to a structure; long for any other pointer"),
				arguments("callbackText",
						"takes the callback callback, whose method Namer.name returns " + "java.lang.String" + known
								+ "a primitive or void; long for a pointer"),
				arguments("nothingFails",
						"has @RelibErrno and returns void, which is never below 0; say how the "
								+ "function fails: @RelibErrno(Failure.ERRNO), for example"),
				arguments("errnoByValue",
						"has @RelibErrno and a structure by value, whose call keeps no errno; take "
								+ "one of them out"),
				arguments("nullableValue", "returns a structure by value, which is never NULL; return Point"));
	}

	@Test
	void areExceptionsThatNothingThrows() {
		assertThatExceptionOfType(InvalidContractException.class).isThrownBy(() -> require(Thrower.class, "f"))
			.withMessageEndingWith("declares an error, which a plain library can not return; remove its throws clause");
	}

	@Test
	void areNamesThatNoSymbolHas() {
		assertThatExceptionOfType(InvalidContractException.class).isThrownBy(() -> require(Unnamed.class, "f"))
			.withMessageEndingWith("f has the @RelibName \"\", which no symbol can have; use the symbol's name");
	}

	@Test
	void arePlainInterfacesOfOtherModules() {
		assertThatExceptionOfType(InvalidContractException.class).isThrownBy(() -> ContractInterface.of(Unnamed.class))
			.withMessageContaining("set the module's kind to plain");
	}

	@Test
	void areAnnotationsOfPlainLibrariesElsewhere() {
		assertThatExceptionOfType(InvalidContractException.class)
			.isThrownBy(() -> ContractInterface.of(Annotated.class))
			.withMessageEndingWith("Annotated.f uses @RelibConst, which is for functions of plain libraries; say "
					+ "@RelibExports(plain = true), or take it out");
	}

	@Test
	void areAllOfTheInterface() {
		List<String> tested = mistakes().map((arguments) -> (String) arguments.get()[0]).toList();
		assertThat(Arrays.stream(Mistakes.class.getMethods()).map((method) -> method.getName()))
			.containsExactlyInAnyOrderElementsOf(tested);
	}

	record Point(int x, int y) {
	}

	record Node(int value, Node next) {
	}

	record Unsized(int[] numbers) {
	}

	record NoLength(@RelibLength(0) String text) {
	}

	interface Sizes {

		int of(int[] numbers);

	}

	interface Namer {

		String name(int number);

	}

	@RelibExports(plain = true)
	interface Thrower {

		void f() throws IOException;

	}

	@RelibExports(plain = true)
	interface Unnamed {

		@RelibName("")
		void f();

	}

	@RelibExports
	interface Annotated {

		void f(@RelibConst byte[] bytes);

	}

	@RelibExports(plain = true)
	interface Mistakes {

		void character(char c);

		void box(Integer number);

		void list(List<String> texts);

		void flags(boolean[] flags);

		void format(String format, Object... values);

		void variadicFirst(@RelibVariadic int a);

		void variadicTwice(int a, @RelibVariadic int b, @RelibVariadic int c);

		void intNumber(@RelibInt long a);

		void valueText(@RelibByValue String a);

		void constText(@RelibConst String a);

		void keptNumber(@RelibKept int a);

		@RelibInt
		int intReturn();

		void optionalNumber(Optional<Integer> a);

		void rawOptional(@SuppressWarnings("rawtypes") Optional a);

		byte[] bytes();

		void recursive(Node node);

		void unsized(Unsized unsized);

		void noLength(NoLength noLength);

		void generic(Comparator<String> order);

		void callbackArray(Sizes callback);

		void callbackText(Namer callback);

		@RelibErrno
		void nothingFails();

		@RelibErrno(Failure.ERRNO)
		void errnoByValue(@RelibByValue Point point);

		@RelibByValue
		@Nullable Point nullableValue();

	}

}
