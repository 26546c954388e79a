package dev.relib.processor;

import dev.relib.contract.Scalar;
import dev.relib.contract.Sequence;
import dev.relib.contract.ValueType;

/**
 * How a value type looks in Rust.
 *
 * @param argument the type of an argument
 * @param result the type of a return
 * @param path the type of a return where any names may be in scope
 */
record RustType(String argument, String result, String path) {

	static RustType of(ValueType type) {
		return (type instanceof Sequence sequence) ? of(sequence) : of((Scalar) type);
	}

	private static RustType of(Scalar type) {
		return switch (type) {
			case UNIT -> scalar("()");
			case BOOL, I8, I16, I32, I64, F32, F64 -> scalar(type.text());
		};
	}

	private static RustType of(Sequence type) {
		return switch (type) {
			case STR -> new RustType("&str", "String", "::std::string::String");
			case BYTES -> new RustType("&[u8]", "Vec<u8>", "::std::vec::Vec<u8>");
		};
	}

	private static RustType scalar(String name) {
		return new RustType(name, name, name);
	}

}
