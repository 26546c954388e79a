package dev.relib.processor;

import dev.relib.contract.Scalar;
import dev.relib.contract.Sequence;
import dev.relib.contract.ValueType;

/**
 * How a value type looks in C++.
 *
 * @param argument the type of an argument
 * @param result the type that a function of the author's returns or gets
 * @param c the type in C
 */
record CppType(String argument, String result, CType c) {

	static CppType of(ValueType type) {
		return (type instanceof Sequence sequence) ? of(sequence) : of((Scalar) type);
	}

	private static CppType of(Scalar type) {
		return switch (type) {
			case UNIT, BOOL, F32, F64 -> scalar(CType.of(type), "");
			case I8, I16, I32, I64 -> scalar(CType.of(type), "std::");
		};
	}

	private static CppType of(Sequence type) {
		return switch (type) {
			case STR -> new CppType("std::string_view", "std::string", CType.of(type));
			case BYTES -> new CppType("relib::span<const std::uint8_t>", "std::vector<std::uint8_t>", CType.of(type));
		};
	}

	private static CppType scalar(CType type, String namespace) {
		String name = namespace + type.argument();
		return new CppType(name, name, type);
	}

	boolean isSequence() {
		return this.c.isBoxed();
	}

	/**
	 * What a function returns that crosses to the host.
	 * @return a type of C++
	 */
	String given() {
		return isSequence() ? "void *" : this.result + " ";
	}

	/**
	 * What a function returns that crosses from the host.
	 * @return a type of C
	 */
	String lent() {
		return isSequence() ? this.c.result() + " *" : this.result + " ";
	}

}
