package dev.relib.link.jna;

import com.sun.jna.Pointer;

import dev.relib.contract.Scalar;
import dev.relib.contract.ValueType;

/**
 * The class by which JNA passes a type.
 */
final class JnaTypes {

	private JnaTypes() {
	}

	/**
	 * As a return type, where sequences are boxed.
	 */
	static Class<?> of(ValueType type) {
		return (type instanceof Scalar scalar) ? of(scalar) : Pointer.class;
	}

	/**
	 * As a parameter type, where sequences are slices.
	 */
	static Class<?> ofParameter(ValueType type) {
		return (type instanceof Scalar scalar) ? of(scalar) : JnaSlice.class;
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
