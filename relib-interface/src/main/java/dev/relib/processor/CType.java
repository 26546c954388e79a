package dev.relib.processor;

import dev.relib.contract.Scalar;
import dev.relib.contract.Sequence;
import dev.relib.contract.ValueType;

/**
 * How a value type looks in C.
 *
 * @param argument the type of an argument
 * @param result the type that a function of the author's returns or gets
 * @param nothing what a function returns when it fails
 * @param box how the kit calls a box of it in its functions, or empty if it is not boxed
 */
record CType(String argument, String result, String nothing, String box) {

	static CType of(ValueType type) {
		return (type instanceof Sequence sequence) ? of(sequence) : of((Scalar) type);
	}

	private static CType of(Scalar type) {
		return switch (type) {
			case UNIT -> scalar("void", "");
			case BOOL -> scalar("bool", "false");
			case I8 -> scalar("int8_t", "0");
			case I16 -> scalar("int16_t", "0");
			case I32 -> scalar("int32_t", "0");
			case I64 -> scalar("int64_t", "0");
			case F32 -> scalar("float", "0");
			case F64 -> scalar("double", "0");
		};
	}

	private static CType of(Sequence type) {
		return switch (type) {
			case STR -> new CType("relib_str", "relib_string", "NULL", "string");
			case BYTES -> new CType("relib_bytes", "relib_buffer", "NULL", "buffer");
		};
	}

	private static CType scalar(String name, String nothing) {
		return new CType(name, name, nothing, "");
	}

	boolean isBoxed() {
		return !this.box.isEmpty();
	}

	/**
	 * Declares something of the type that crosses as a result.
	 * @param declarator what is declared, for example a function with its parameters
	 * @return the declaration
	 */
	String declareCrossing(String declarator) {
		return isBoxed() ? this.result + " *" + declarator : this.result + " " + declarator;
	}

}
