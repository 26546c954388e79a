// SPDX-License-Identifier: Apache-2.0
package dev.relib.contract;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class NamedTypesTests {

	private static final String TEXT = """
			relib-contract 1
			record Point { x: i32, y: i32 }
			enum Blend { NORMAL, MULTIPLY }
			record Shape { name: str, points: [Point], blend: Blend, sizes: [f64], raw: bytes, tags: [str] }
			record OutOfPaper { sheets: i32 }
			exports ImageFilter
			  apply(rgba: bytes, shape: Shape) -> [Point]
			  print(text: str) -> i32 throws OutOfPaper
			record Point { x: i32, y: i32 }
			imports Progress
			  report(at: Point, blends: [i64]) -> unit
			""";

	@Test
	void areWrittenAsTheyAreRead() {
		assertThat(Contract.parse(TEXT).text()).isEqualTo(TEXT);
	}

	@Test
	void countOnceForAllTraitsBelow() {
		Contract contract = Contract.parse("relib-contract 1\nrecord Point { x: i32 }\nexports A\n  f() -> Point\n"
				+ "exports B\n  g(p: Point) -> unit\n");
		assertThat(contract.traits().get(1).namedTypes()).isEqualTo(contract.traits().get(0).namedTypes());
	}

	@Test
	void sayWhatATypeIs() {
		Contract contract = Contract.parse(TEXT);
		RecordType point = (RecordType) contract.traits().get(1).namedTypes().get(0);
		assertThat(point.components()).containsExactly(new RecordType.Component("x", Scalar.I32),
				new RecordType.Component("y", Scalar.I32));
		assertThat(contract.traits().get(0).functions().get(0).returns()).isEqualTo(new ListType(point));
		assertThat(contract.traits().get(0).functions().get(1).error()).get()
			.extracting(RecordType::name)
			.isEqualTo("OutOfPaper");
	}

	@ParameterizedTest
	@ValueSource(strings = { "enum E { }", "enum E {}", "enum E { A,B }", "enum E { A, A }", "enum E { A, }",
			"enum E { A: i32 }", "record R { }", "record R { x }", "record R { x: i32, x: i64 }",
			"record R { x: unit }", "record R { x: [bool] }", "record R { x: [i8] }", "record R { x: [[i32]] }",
			"record R { x: [bytes] }", "record R { x: Later }\nrecord Later { y: i32 }", "record R { x: R }",
			"record R { x: [R] }", "enum E { A }\nrecord R { x: [E] }", "record str { x: i32 }", "enum i32 { A }",
			"record R { x: i32 }\nrecord R { x: i64 }", "record R { x: i32 }\nenum R { A }",
			"enum E { A }\nenum E { B }", "exports A\nrecord R { x: i32 }\n  f() -> R", "  enum E { A }",
			"union R { x: i32 }", "exports A\n  f() -> R\nrecord R { x: i32 }", "exports A\n  f(x: unit) -> unit",
			"enum E { A }\nexports A\n  f() -> unit throws E", "exports A\n  f() -> unit throws R",
			"exports A\n  f() -> unit throws i32", "record R { x: i32 }\nexports A\n  f() -> unit throws R, R" })
	void areRefusedIfTheyAreNone(String lines) {
		assertThatExceptionOfType(ContractSyntaxException.class)
			.isThrownBy(() -> Contract.parse("relib-contract 1\n" + lines + "\n"))
			.withMessageStartingWith("line ");
	}

	@Test
	@Timeout(10)
	void areComparedInBoundedTimeThoughEachUsesTheOneBeforeTwice() {
		StringBuilder records = new StringBuilder("record R0 { x: i32 }\n");
		for (int i = 1; i < 64; i++) {
			records.append("record R%d { a: R%d, b: R%d }\n".formatted(i, i - 1, i - 1));
		}
		FunctionSignature ours = function(records.toString().stripTrailing(), "f(r: R63) -> unit");
		FunctionSignature theirs = function(records.toString().stripTrailing(), "f(r: R63) -> unit");
		assertThat(ours.matches(theirs)).isTrue();
		assertThat(ours.namedTypes()).hasSize(64);
	}

	@Test
	void areNotMoreThan64InsideOfEachOther() {
		StringBuilder records = new StringBuilder("record R0 { x: i32 }\n");
		for (int i = 1; i < 65; i++) {
			records.append("record R%d { a: [R%d] }\n".formatted(i, i - 1));
		}
		assertThatExceptionOfType(ContractSyntaxException.class)
			.isThrownBy(() -> Contract.parse("relib-contract 1\n" + records))
			.withMessageContaining("records nested at most 64 deep");
	}

	@Test
	void showTheEarlierLineOfAnotherMeaning() {
		assertThatExceptionOfType(ContractSyntaxException.class)
			.isThrownBy(() -> Contract.parse("relib-contract 1\nrecord R { x: i32 }\nrecord R { x: i64 }\n"))
			.withMessage("line 3 of the contract is \"record R { x: i64 }\", expected one definition of each "
					+ "type, but there is \"record R { x: i32 }\"");
	}

	@Test
	void areComparedStrictly() {
		FunctionSignature ours = function("record R { x: i32, y: i32 }", "f(r: R) -> unit");
		assertThat(ours.matches(function("record R { x: i32, y: i32 }", "f(other: R) -> unit"))).isTrue();
		assertThat(ours.matches(function("record R { x: i32, z: i32 }", "f(r: R) -> unit"))).isFalse();
		assertThat(ours.matches(function("record R { y: i32, x: i32 }", "f(r: R) -> unit"))).isFalse();
		assertThat(ours.matches(function("record S { x: i32, y: i32 }", "f(r: S) -> unit"))).isFalse();
		assertThat(ours.matches(function("record R { x: i32, y: i32 }", "f(r: R) -> unit throws R"))).isFalse();
		assertThat(ours.matches(function("record R { x: i32, y: i32 }", "f(r: [R]) -> unit"))).isFalse();
	}

	private static FunctionSignature function(String type, String function) {
		return Contract.parse("relib-contract 1\n" + type + "\nexports A\n  " + function + "\n")
			.traits()
			.get(0)
			.functions()
			.get(0);
	}

}
