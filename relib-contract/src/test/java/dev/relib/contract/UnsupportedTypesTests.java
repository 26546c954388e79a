// SPDX-License-Identifier: Apache-2.0
package dev.relib.contract;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

import dev.relib.RelibExports;
import dev.relib.RelibImports;
import dev.relib.failure.InvalidContractException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;

class UnsupportedTypesTests {

	private static final String NOT_PASSED = ", which cannot be passed to native code; ";

	private static final String HERE = "dev.relib.contract.UnsupportedTypesTests.";

	@ParameterizedTest
	@MethodSource("interfaces")
	void areRefusedWithTheMethodAndTheReason(Class<?> type, String method, String problem) {
		assertThatExceptionOfType(InvalidContractException.class).isThrownBy(() -> ContractInterface.of(type))
			.withMessage(type.getName() + "." + method + " " + problem)
			.satisfies((ex) -> assertThat(ex.member()).isEqualTo(type.getName() + "." + method));
	}

	static Stream<Arguments> interfaces() {
		return Stream.of(arguments(Chars.class, "f", "uses char" + NOT_PASSED + "use int or String"),
				arguments(CharArray.class, "f", "uses char[]" + NOT_PASSED + "use String"),
				arguments(Flags.class, "f", "uses boolean[]" + NOT_PASSED + "use byte[]"),
				arguments(Boxes.class, "f", "uses java.lang.Integer" + NOT_PASSED + "use int"),
				arguments(Texts.class, "f", "uses java.lang.String[]" + NOT_PASSED + "use List<String>"),
				arguments(Numbers.class, "f", "uses java.util.List<java.lang.Integer>" + NOT_PASSED + "use int[]"),
				arguments(RawList.class, "f", "uses java.util.List" + NOT_PASSED + "give it a type argument"),
				arguments(OptionalParameter.class, "f",
						"uses java.util.Optional<java.lang.String>" + NOT_PASSED + "only an export may return it"),
				arguments(OptionalImport.class, "f",
						"uses java.util.OptionalInt" + NOT_PASSED + "return the value itself, or an empty one"),
				arguments(GenericRecord.class, "f", "uses " + HERE
						+ "Pair, a record with type parameters, which cannot be passed to native code; remove them"),
				arguments(EmptyRecord.class, "f", "uses " + HERE + "Empty, a record without components; add one"),
				arguments(EmptyEnum.class, "f", "uses " + HERE + "Never, an enum without constants; add one"),
				arguments(Recursive.class, "f",
						"uses " + HERE + "Tree, whose component children is " + HERE
								+ "Tree, which contains itself; use a list of flat records"),
				arguments(Buffer.class, "f",
						"uses " + HERE + "Picture, whose component pixels is java.nio.ByteBuffer" + NOT_PASSED
								+ "use byte[]"),
				arguments(SameNative.class, "f",
						"uses " + HERE + "Clash, which has two components with the native name a_b; rename one"),
				arguments(Named.class, "f",
						"uses " + HERE + "str, whose simple name is that of a built-in type of contracts; rename it"),
				arguments(NullableText.class, "f",
						"uses a nullable java.lang.String, but native code has no null; use an empty value"),
				arguments(NullableReturn.class, "f",
						"uses a nullable byte[], but native code has no null; use an empty value"),
				arguments(NullableElement.class, "f",
						"uses a nullable java.lang.String, but native code has no null; use an empty value"),
				arguments(NullableComponent.class, "f",
						"uses " + HERE + "Maybe, whose component text is a nullable "
								+ "java.lang.String, but native code has no null; use an empty value"),
				arguments(TwoMeanings.class, "g", "uses " + HERE
						+ "Other.Point, but the interface uses another type of the name Point; rename one:\n  record Point { x: i32 }\n  record Point { x: i64 }"),
				arguments(TwoExceptions.class, "f",
						"declares 2 checked exceptions, but an export may declare only one; use "
								+ "one whose record tells the failures apart"),
				arguments(NoRecord.class, "f", "declares the checked exception java.io.IOException" + NOT_PASSED
						+ "use an exception with exactly one public constructor whose only parameter is a record"),
				arguments(TwoRecords.class, "f", "declares the checked exception " + HERE + "Ambiguous" + NOT_PASSED
						+ "use an exception with exactly one public constructor whose only parameter is a record"),
				arguments(CheckedImport.class, "f", "declares the checked exception java.io.IOException" + NOT_PASSED
						+ "declare unchecked exceptions only"));
	}

	@ParameterizedTest
	@MethodSource("others")
	void areRefusedWithWhatCanCross(Class<?> type) {
		assertThatExceptionOfType(InvalidContractException.class).isThrownBy(() -> ContractInterface.of(type))
			.withMessageStartingWith(type.getName() + ".f uses ")
			.withMessageEndingWith("use boolean, byte, short, int, long, float, double, String, byte[], ByteBuffer, "
					+ "short[], int[], long[], float[], double[], an enum, a record, List<String> or a List of a record");
	}

	static Stream<Class<?>> others() {
		return Stream.of(Anything.class, Records.class, Wildcard.class, Lists.class, Enums.class, Variable.class,
				Matrix.class);
	}

	@RelibExports
	interface Chars {

		void f(char c);

	}

	@RelibExports
	interface CharArray {

		char[] f();

	}

	@RelibExports
	interface Flags {

		boolean[] f();

	}

	@RelibExports
	interface Boxes {

		void f(Integer number);

	}

	@RelibExports
	interface Texts {

		void f(String[] texts);

	}

	@RelibExports
	interface Numbers {

		List<Integer> f();

	}

	@RelibExports
	interface RawList {

		@SuppressWarnings("rawtypes")
		List f();

	}

	@RelibExports
	interface OptionalParameter {

		void f(Optional<String> text);

	}

	@RelibImports
	interface OptionalImport {

		OptionalInt f();

	}

	@RelibExports
	interface GenericRecord {

		void f(Pair<String> pair);

	}

	@RelibExports
	interface EmptyRecord {

		void f(Empty empty);

	}

	@RelibExports
	interface EmptyEnum {

		Never f();

	}

	@RelibExports
	interface Recursive {

		void f(Tree tree);

	}

	@RelibExports
	interface Buffer {

		void f(Picture picture);

	}

	@RelibExports
	interface SameNative {

		void f(Clash clash);

	}

	@RelibExports
	interface Named {

		void f(str text);

	}

	@RelibExports
	interface NullableText {

		void f(@Nullable String text);

	}

	@RelibImports
	interface NullableReturn {

		byte @Nullable [] f();

	}

	@RelibExports
	interface NullableElement {

		void f(List<@Nullable String> texts);

	}

	@RelibExports
	interface NullableComponent {

		void f(Maybe maybe);

	}

	@RelibExports
	interface TwoMeanings {

		Point f();

		Other.Point g();

	}

	@RelibExports
	interface TwoExceptions {

		void f() throws IOException, InterruptedException;

	}

	@RelibExports
	interface NoRecord {

		void f() throws IOException;

	}

	@RelibExports
	interface TwoRecords {

		void f() throws Ambiguous;

	}

	@RelibImports
	interface CheckedImport {

		void f() throws IOException;

	}

	@RelibExports
	interface Anything {

		void f(Object anything);

	}

	@RelibExports
	interface Records {

		void f(Point[] points);

	}

	@RelibExports
	interface Wildcard {

		void f(List<?> anything);

	}

	@RelibExports
	interface Lists {

		void f(List<List<String>> lists);

	}

	@RelibExports
	interface Enums {

		void f(List<Thread.State> states);

	}

	@RelibExports
	interface Variable {

		<T extends Point> void f(T point);

	}

	@RelibExports
	interface Matrix {

		int[][] f();

	}

	record Pair<T>(T a, T b) {

	}

	record Empty() {

	}

	enum Never {

	}

	record Tree(List<Tree> children) {

	}

	record Picture(ByteBuffer pixels) {

	}

	record Clash(int aB, int a_b) {

	}

	record str(int length) {

	}

	record Maybe(@Nullable String text) {

	}

	record Point(int x) {

	}

	interface Other {

		record Point(long x) {

		}

	}

	static final class Ambiguous extends Exception {

		private static final long serialVersionUID = 1L;

		public Ambiguous(Point point) {
			super(point.toString());
		}

		public Ambiguous(Maybe maybe) {
			super(maybe.toString());
		}

	}

}
