// SPDX-License-Identifier: Apache-2.0
package dev.relib.processor.rust;

import java.nio.file.Path;
import java.util.stream.Collectors;

import dev.relib.contract.EnumType;
import dev.relib.contract.ListType;
import dev.relib.contract.NamedType;
import dev.relib.contract.RecordType;
import dev.relib.processor.Cargo;
import dev.relib.processor.Sources;
import dev.relib.processor.Types;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RustBindingsCompileTests {

	@TempDir
	Path folder;

	@ParameterizedTest
	@ValueSource(strings = { "2021", "2024" })
	void withEveryValueTypeAndWithoutUnsafeCode(String edition) {
		Sources.write(Sources.contract("RelibExports", "Values", Types.exported(Types.WIDE)), this.folder);
		Sources.write(Sources.contract("RelibImports", "HostValues", Types.imported("Shape any_shape();")),
				this.folder);
		Cargo.checkModule(this.folder, edition, """
				#![forbid(unsafe_code)]
				#![warn(clippy::pedantic)]
				mod host_values;
				mod values;

				use relib_spring_module::cast;
				use values::{Blend, Point, Shape};

				relib_spring_module::module! {
				    exports { values: Module }
				    imports { host_values }
				}

				struct Module;

				impl values::Values for Module {
				    fn nothing() {
				        host_values::nothing();
				    }
				    fn wide(first: i128, second: u128) -> u128 {
				        if first < 0 { second } else { second + 1 }
				    }
				    fn shift(number: i128, bits: i32) -> i128 {
				        number >> bits
				    }
				%s}
				""".formatted(Types.all().map(RustBindingsCompileTests::implementation).collect(Collectors.joining())));
	}

	private static String implementation(Types.Type type) {
		RustType rust = RustType.of(type.type());
		return """
				    fn %3$s_of(first: %1$s, second: i32, third: %1$s) -> %2$s {
				        %4$s
				    }
				    fn take_%3$s(first: %1$s, second: i32, third: %1$s) {
				        host_values::take_%3$s(%5$s);
				    }
				    fn try_%3$s(result: %1$s) -> Result<%2$s, Shape> {
				        Ok(Self::%3$s_of(result, 0, result))
				    }
				    fn try_to_take_%3$s(_: %1$s) -> Result<(), Shape> {
				        Err(cast(&host_values::any_shape()))
				    }
				""".formatted(rust.argument(), rust.result(), type.label(), returned(type), arguments(type));
	}

	/** Casts arguments, since each interface has types of its own. */
	private static String arguments(Types.Type type) {
		if (type.type() instanceof EnumType) {
			return "cast(&first), second, cast(&third)";
		}
		if (type.type() instanceof RecordType) {
			return "&cast(first), second, &cast(third)";
		}
		if (type.type() instanceof ListType list && list.element() instanceof RecordType) {
			return "&first.iter().map(cast).collect::<Vec<_>>(), second, &third.iter().map(cast).collect::<Vec<_>>()";
		}
		return "first, second, third";
	}

	private static String returned(Types.Type type) {
		String call = "host_values::" + type.label() + "_of(" + arguments(type) + ")";
		if (type.type() instanceof NamedType) {
			return "cast(&" + call + ")";
		}
		return arguments(type).contains("iter") ? call + ".iter().map(cast).collect()" : call;
	}

	@Test
	void withAwkwardNames() {
		String[] methods = { "int type(int self, int self_, int superT, int fn, int match);",
				"String crate(int success, int slot, int function, int raw, int module, int implementation);",
				"byte[] self(String call, byte[] take, int drop, int some, int ok, int _x, int trait, int gen);",
				"void self_();", "void drop();", "void panic(String str, int u8, int i32);",
				"int is_empty(int string);", "int from_text(String none);", "String to_string(int vec);",
				"void many(int a, int b, int c, int d, int e, int f, int g, int h, int i, int j);", "boolean new_();" };
		Sources.write(Sources.contract("RelibExports", "Type", methods), this.folder);
		Sources.write(Sources.contract("RelibExports", "Vec", "byte[] string(byte[] vec);"), this.folder);
		Sources.write(
				Sources.contract("RelibExports", "Odd",
						"""
								enum Kind { SELF, NONE, OK, HALF_TONE, A_1, _1, camelCase, SELF_ }
								record Raw(int raw, long memory, Kind kind) { }
								record Result(int type, String self, java.util.List<Raw> fn, boolean self_) { }
								record Option(Result result) { }
								record Vec(int some, java.util.List<String> none) { }
								record Clone(Vec vec) { }
								class OddException extends Exception { public OddException(Result result) { } }
								java.util.List<Option> all(Result result, java.util.List<Vec> vec, Clone clone, Kind kind) throws OddException;
								"""),
				this.folder);
		Sources.write(Sources.contract("RelibExports", "lower", "byte[] string(byte[] vec);"), this.folder);
		Sources.write(Sources.contract("RelibExports", "UPPER_CASE", "byte[] string(byte[] vec);"), this.folder);
		Sources.write(Sources.contract("RelibImports", "Match", methods), this.folder);
		Cargo.checkModule(this.folder, "2024",
				"""
						#![deny(warnings)]
						mod lower;
						mod odd;
						mod r#match;
						mod r#type;
						mod upper_case;
						mod vec {
						    include!("vec.rs");
						}

						relib_spring_module::module! {
						    exports { r#type: String, vec: String, lower: String, upper_case: String, odd: String }
						    imports { r#match }
						    main { println!("main") }
						    before_unload { println!("end") }
						}

						/// Hides the other one.
						struct String;

						impl vec::Vec_ for String {
						    fn string(vec: &[u8]) -> Vec<u8> {
						        vec.to_vec()
						    }
						}

						impl lower::lower for String {
						    fn string(vec: &[u8]) -> Vec<u8> {
						        vec.to_vec()
						    }
						}

						impl upper_case::UPPER_CASE for String {
						    fn string(vec: &[u8]) -> Vec<u8> {
						        vec.to_vec()
						    }
						}

						impl odd::Odd for String {
						    fn all(result: &odd::Result_, vec: &[odd::Vec_], _: &odd::Clone, kind: odd::Kind) -> Result<Vec<odd::Option>, odd::Result_> {
						        use odd::Kind;
						        match kind {
						            Kind::Self_ | Kind::None | Kind::Ok | Kind::HalfTone | Kind::A1 => Ok(Vec::new()),
						            Kind::_1 | Kind::CamelCase | Kind::Self__ if vec.is_empty() => Ok(vec![]),
						            _ => Err(odd::Result_ { r#type: 1, self__: result.self__.clone(), r#fn: vec![], self_: true }),
						        }
						    }
						}

						impl r#type::Type for String {
						    fn r#type(self_: i32, self__: i32, super_t: i32, r#fn: i32, r#match: i32) -> i32 {
						        r#match::r#type(self_, self__, super_t, r#fn, r#match)
						    }
						    fn crate_(success: i32, slot: i32, function: i32, raw: i32, module: i32, i: i32) -> std::string::String {
						        r#match::crate_(success, slot, function, raw, module, i)
						    }
						    fn self__(call: &str, take: &[u8], drop: i32, some: i32, ok: i32, x: i32, r#trait: i32, r#gen: i32) -> Vec<u8> {
						        r#match::self__(call, take, drop, some, ok, x, r#trait, r#gen)
						    }
						    fn self_() {
						        r#match::self_()
						    }
						    fn drop() {
						        r#match::drop()
						    }
						    fn panic(str: &str, u8: i32, i32: i32) {
						        r#match::panic(str, u8, i32)
						    }
						    fn is_empty(string: i32) -> i32 {
						        r#match::is_empty(string)
						    }
						    fn from_text(none: &str) -> i32 {
						        r#match::from_text(none)
						    }
						    fn to_string(vec: i32) -> std::string::String {
						        r#match::to_string(vec)
						    }
						    fn many(a: i32, b: i32, c: i32, d: i32, e: i32, f: i32, g: i32, h: i32, i: i32, j: i32) {
						        r#match::many(a, b, c, d, e, f, g, h, i, j)
						    }
						    fn new_() -> bool {
						        r#match::new_()
						    }
						}
						""");
	}

	@Test
	void withFunctionsOfTheAuthorThatAreCalledRun() {
		Cargo.checkModule(this.folder, "2024", """
				#![deny(warnings)]
				relib_spring_module::module! {
				    main { run() }
				    before_unload { run() }
				}

				fn run() {
				    relib_spring_module::info!("the author's");
				}
				""");
	}

	@Test
	void withTypesThatAreCalledAsThePartsOfTheMacros() {
		String[] members = { "record Function(int a) { }", "record Slot(Function function) { }",
				"record Raw(int a) { }", "enum Memory { CALL }", "record CONSTANTS(int a) { }",
				"java.util.List<Slot> all(Function function, Raw raw, Memory memory, CONSTANTS constants);" };
		Sources.write(Sources.contract("RelibExports", "Call", members), this.folder);
		Sources.write(Sources.contract("RelibImports", "GiveBack", members), this.folder);
		Cargo.checkModule(this.folder, "2024",
				"""
						mod call;
						mod give_back;

						relib_spring_module::module! {
						    exports { call: Module }
						    imports { give_back }
						}

						struct Module;

						impl call::Call for Module {
						    fn all(function: &call::Function, _: &call::Raw, _: call::Memory, _: &call::CONSTANTS) -> Vec<call::Slot> {
						        vec![call::Slot { function: function.clone() }]
						    }
						}
						""");
	}

	@Test
	void withJavadoc() {
		Sources.write(Sources.compile(Sources.resource("Documented.java.txt")), this.folder);
		Cargo.checkModule(this.folder, "2024", """
				mod documented;

				relib_spring_module::module! { exports { documented: Module } }

				struct Module;

				impl documented::Documented for Module {
				    fn broken(_: i32) {}
				    fn inline() -> i32 {
				        42
				    }
				    fn line() {}
				    fn plain(_: i32, _: i32, _: i32) -> String {
				        String::new()
				    }
				    fn undocumented() {}
				}
				""");
	}

}
