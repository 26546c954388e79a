package dev.relib.processor;

import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.relib.contract.Scalar;
import dev.relib.contract.ValueType;
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
		Sources.write(Sources.contract("RelibExports", "Values", methods()), this.folder);
		Sources.write(Sources.contract("RelibImports", "HostValues", methods()), this.folder);
		Cargo.checkModule(this.folder, edition, """
				#![forbid(unsafe_code)]
				mod host_values;
				mod values;

				relib_spring_module::module! {
				    exports { values: Module }
				    imports { host_values }
				}

				struct Module;

				impl values::Values for Module {
				%s}
				""".formatted(types().map(RustBindingsCompileTests::implementation).collect(Collectors.joining())));
	}

	private static String[] methods() {
		return types().map((type) -> {
			String name = Types.javaName(type);
			String parameters = (type == Scalar.UNIT) ? "" : name + " first, int second, " + name + " third";
			return "%1$s %2$sOf(%3$s);\nvoid take_%2$s(%3$s);".formatted(name, type.text(), parameters);
		}).toArray(String[]::new);
	}

	private static String implementation(ValueType type) {
		RustType rust = RustType.of(type);
		String argument = rust.argument();
		String parameters = (type == Scalar.UNIT) ? "" : "first: %1$s, second: i32, third: %1$s".formatted(argument);
		String arguments = (type == Scalar.UNIT) ? "" : "first, second, third";
		String returns = (type == Scalar.UNIT) ? "" : " -> " + rust.result();
		return """
				    fn %1$s_of(%2$s)%4$s {
				        host_values::%1$s_of(%3$s)
				    }
				    fn take_%1$s(%2$s) {
				        host_values::take_%1$s(%3$s);
				    }
				""".formatted(type.text(), parameters, arguments, returns);
	}

	private static Stream<ValueType> types() {
		return Stream.concat(Stream.of(Scalar.UNIT), Types.arguments());
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
		Sources.write(Sources.contract("RelibExports", "lower", "byte[] string(byte[] vec);"), this.folder);
		Sources.write(Sources.contract("RelibExports", "UPPER_CASE", "byte[] string(byte[] vec);"), this.folder);
		Sources.write(Sources.contract("RelibImports", "Match", methods), this.folder);
		Cargo.checkModule(this.folder, "2024",
				"""
						#![deny(warnings)]
						mod lower;
						mod r#match;
						mod r#type;
						mod upper_case;
						mod vec {
						    include!("vec.rs");
						}

						relib_spring_module::module! {
						    exports { r#type: String, vec: String, lower: String, upper_case: String }
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
