package dev.relib.link.jna;

import com.sun.jna.Pointer;
import dev.relib.contract.EnumType;
import dev.relib.contract.FunctionSignature;
import dev.relib.contract.Scalar;
import dev.relib.contract.ValueType;

/**
 * The class by which JNA passes a type.
 */
final class JnaTypes {

	private JnaTypes() {
	}

	/** Whether values of a type are passed as themselves, in no memory. */
	static boolean isItself(ValueType type) {
		return type instanceof Scalar || type instanceof EnumType;
	}

	static boolean areItself(FunctionSignature function) {
		return function.parameters().stream().allMatch((parameter) -> isItself(parameter.type()));
	}

	/**
	 * As a return type, where all that is not itself is boxed, and of parameters but
	 * slices.
	 */
	static Class<?> of(ValueType type) {
		if (type instanceof EnumType) {
			return int.class;
		}
		return (type instanceof Scalar scalar) ? of(scalar) : Pointer.class;
	}

	private static Class<?> of(Scalar scalar) {
		return switch (scalar) {
			case UNIT -> void.class;
			case BOOL, I8 -> byte.class;
			case I16 -> short.class;
			case I32 -> int.class;
			case I64 -> long.class;
			case F32 -> float.class;
			case F64 -> double.class;
		};
	}

}
