package dev.relib.processor;

import dev.relib.contract.ArrayType;
import dev.relib.contract.EnumType;
import dev.relib.contract.ListType;
import dev.relib.contract.RecordType;
import dev.relib.contract.Scalar;
import dev.relib.contract.Sequence;
import dev.relib.contract.ValueType;

/**
 * How a value type looks in C.
 *
 * @param argument the type of an argument, to be followed by a name
 * @param crossing the type in which an argument crosses
 * @param result the type of what a function of the author's returns or gets, and of
 * components
 * @param nothing what a function returns when it fails
 * @param type the kit's description of the type, or empty for scalars
 * @param free the function that frees what is behind a value, or empty if nothing is
 */
record CType(String argument, String crossing, String result, String nothing, String type, String free) {

	static CType of(ValueType type) {
		if (type instanceof Scalar scalar) {
			return of(scalar);
		}
		if (type instanceof EnumType constants) {
			return new CType(constants.name() + " ", "int32_t ", constants.name(), "0",
					"&relib_type_" + constants.name(), "");
		}
		if (type instanceof RecordType composed) {
			String argument = "const " + composed.name() + " *";
			return new CType(argument, argument, composed.name(), "NULL", "&relib_type_" + composed.name(),
					CNames.of(composed) + "_free");
		}
		if (type instanceof ArrayType array) {
			String number = "relib_" + array.element().text();
			return sequence(number + "_slice", number + "_array");
		}
		if (type instanceof ListType list && list.element() instanceof RecordType element) {
			String argument = element.name() + "Slice ";
			return new CType(argument, argument, element.name() + "List", "NULL",
					"&relib_type_" + element.name() + "List", CNames.of(element) + "_list_free");
		}
		if (type instanceof ListType) {
			return sequence("relib_string_slice", "relib_string_list");
		}
		return (type == Sequence.STR) ? sequence("relib_str", "relib_string") : sequence("relib_bytes", "relib_buffer");
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

	private static CType scalar(String name, String nothing) {
		return new CType(name + " ", name + " ", name, nothing, "", "");
	}

	/** A sequence that the kit defines. */
	private static CType sequence(String argument, String result) {
		return new CType(argument + " ", argument + " ", result, "NULL", result.replace("relib_", "&relib_type_"),
				result + "_free");
	}

	boolean isNothing() {
		return this.nothing.isEmpty();
	}

	boolean isBoxed() {
		return !this.free.isEmpty();
	}

	/**
	 * Whether it is an enum: a number that crosses, and something else for the author.
	 */
	boolean isEnum() {
		return !this.type.isEmpty() && !isBoxed();
	}

	/**
	 * Declares something of the type that crosses as a result.
	 * @param declarator what is declared, for example a function with its parameters
	 * @return the declaration
	 */
	String declareCrossing(String declarator) {
		return (isBoxed() ? this.result + " *" : isEnum() ? this.crossing : this.result + " ") + declarator;
	}

}
