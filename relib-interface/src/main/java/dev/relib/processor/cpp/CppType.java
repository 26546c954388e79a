// SPDX-License-Identifier: Apache-2.0
package dev.relib.processor.cpp;

import dev.relib.contract.ArrayType;
import dev.relib.contract.EnumType;
import dev.relib.contract.ListType;
import dev.relib.contract.NamedType;
import dev.relib.contract.RecordType;
import dev.relib.contract.Scalar;
import dev.relib.contract.Sequence;
import dev.relib.contract.ValueType;

/**
 * The forms of a value type in C++: in the functions of the module author, and in the ABI
 * between module and host.
 *
 * @param argument the author's type of an argument, ready to be followed by a name
 * @param abiArgument the ABI's type of an argument, ready to be followed by a name
 * @param result the author's type of a result or member
 * @param abiResult the ABI's type of a result, ready to be followed by a name
 */
record CppType(String argument, String abiArgument, String result, String abiResult) {

	private static final String SLICE = "relib::glue::slice ";

	private static final String BOX = "void *";

	static CppType of(ValueType type) {
		if (type instanceof Scalar scalar) {
			String name = name(scalar);
			return new CppType(name + " ", name + " ", name, name + " ");
		}
		if (type instanceof EnumType enumeration) {
			String name = name(enumeration);
			return new CppType(name + " ", "std::int32_t ", name, "std::int32_t ");
		}
		if (type instanceof RecordType composed) {
			String name = name(composed);
			return new CppType("const " + name + " &", "const void *", name, BOX);
		}
		if (type instanceof ListType list) {
			String name = "std::vector<" + of(list.element()).result() + ">";
			return new CppType("const " + name + " &", SLICE, name, BOX);
		}
		if (type instanceof ArrayType array) {
			return numbers(name(array.element()));
		}
		return (type == Sequence.BYTES) ? numbers("std::uint8_t")
				: new CppType("std::string_view ", SLICE, "std::string", BOX);
	}

	/**
	 * Returns the qualified name of a record or enum.
	 * @param type the type
	 * @return the name with its namespace
	 */
	static String name(NamedType type) {
		return "contract::" + type.name();
	}

	private static CppType numbers(String number) {
		return new CppType("relib::span<const " + number + "> ", SLICE, "std::vector<" + number + ">", BOX);
	}

	private static String name(Scalar type) {
		return switch (type) {
			case UNIT -> "void";
			case BOOL -> "bool";
			case I8 -> "std::int8_t";
			case I16 -> "std::int16_t";
			case I32 -> "std::int32_t";
			case I64 -> "std::int64_t";
			case F32 -> "float";
			case F64 -> "double";
			case CHAR -> "char32_t";
			case I128 -> "relib::i128";
			case U128 -> "relib::u128";
		};
	}

	boolean isBoxed() {
		return this.abiResult.equals(BOX);
	}

}
