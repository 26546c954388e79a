package dev.relib.processor;

import dev.relib.contract.ArrayType;
import dev.relib.contract.EnumType;
import dev.relib.contract.ListType;
import dev.relib.contract.NamedType;
import dev.relib.contract.RecordType;
import dev.relib.contract.Scalar;
import dev.relib.contract.Sequence;
import dev.relib.contract.ValueType;

/**
 * How a value type looks in C++.
 *
 * @param argument the type of an argument, to be followed by a name
 * @param crossing the type in which an argument crosses
 * @param result the type of what a function of the author's returns or gets, and of
 * members
 * @param crossingResult the type in which a result crosses
 */
record CppType(String argument, String crossing, String result, String crossingResult) {

	private static final String SLICE = "relib::glue::slice ";

	private static final String BOX = "void *";

	static CppType of(ValueType type) {
		if (type instanceof Scalar scalar) {
			String name = of(scalar);
			return new CppType(name + " ", name + " ", name, name + " ");
		}
		if (type instanceof EnumType constants) {
			String name = name(constants);
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
			return numbers(of(array.element()));
		}
		return (type == Sequence.BYTES) ? numbers("std::uint8_t")
				: new CppType("std::string_view ", SLICE, "std::string", BOX);
	}

	/**
	 * What a record or enum is called.
	 * @param type the type
	 * @return its name with its namespace
	 */
	static String name(NamedType type) {
		return "contract::" + type.name();
	}

	private static CppType numbers(String number) {
		return new CppType("relib::span<const " + number + "> ", SLICE, "std::vector<" + number + ">", BOX);
	}

	private static String of(Scalar type) {
		return switch (type) {
			case UNIT, BOOL, F32, F64 -> CType.of(type).result();
			case I8, I16, I32, I64 -> "std::" + CType.of(type).result();
		};
	}

	boolean isBoxed() {
		return this.crossingResult.equals(BOX);
	}

}
