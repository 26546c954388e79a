// SPDX-License-Identifier: Apache-2.0
package dev.relib.processor.c;

import dev.relib.contract.ArrayType;
import dev.relib.contract.EnumType;
import dev.relib.contract.ListType;
import dev.relib.contract.RecordType;
import dev.relib.contract.Scalar;
import dev.relib.contract.Sequence;
import dev.relib.contract.ValueType;

/**
 * The forms of a value type in C: in the functions of the module author, and in the ABI
 * between module and host.
 *
 * @param argument the author's type of an argument, ready to be followed by a name
 * @param abiArgument the ABI's type of an argument, ready to be followed by a name
 * @param result the author's type of a result or component
 * @param failureResult the value that a function returns to the host when it fails, empty
 * for {@code void}
 * @param descriptor the kit's description of the type, empty for scalars
 * @param freeFunction the function that frees the memory of a value, empty for scalars
 * and enums
 */
record CType(String argument, String abiArgument, String result, String failureResult, String descriptor,
		String freeFunction) {

	static CType of(ValueType type) {
		if (type instanceof Scalar scalar) {
			return of(scalar);
		}
		if (type instanceof EnumType enumeration) {
			return new CType(enumeration.name() + " ", "int32_t ", enumeration.name(), "0",
					"&relib_type_" + enumeration.name(), "");
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
			case CHAR -> scalar("uint32_t", "0");
			case I128 -> scalar("relib_i128", "0");
			case U128 -> scalar("relib_u128", "0");
		};
	}

	private static CType scalar(String name, String failureResult) {
		return new CType(name + " ", name + " ", name, failureResult, "", "");
	}

	/** Returns a sequence that the kit defines. */
	private static CType sequence(String argument, String result) {
		return new CType(argument + " ", argument + " ", result, "NULL", result.replace("relib_", "&relib_type_"),
				result + "_free");
	}

	boolean isVoid() {
		return this.failureResult.isEmpty();
	}

	/**
	 * Tells whether a result is returned to the other side as a pointer to a box.
	 */
	boolean isBoxed() {
		return !this.freeFunction.isEmpty();
	}

	/**
	 * Tells whether the type is an enum, which the ABI passes as a number.
	 */
	boolean isEnum() {
		return !this.descriptor.isEmpty() && !isBoxed();
	}

	/**
	 * Declares something with the type that a result has in the ABI.
	 * @param declarator a name, or a function with its parameters
	 * @return the declaration
	 */
	String declareAbiResult(String declarator) {
		return (isBoxed() ? this.result + " *" : isEnum() ? this.abiArgument : this.result + " ") + declarator;
	}

}
