// SPDX-License-Identifier: Apache-2.0
package dev.relib.link;

import org.jspecify.annotations.Nullable;

/**
 * How the machine passes a value, whatever the value means.
 */
public enum MachineType implements PassedType {

	/** Nothing; as a return only. */
	VOID(void.class, 0),
	/** 8 bits; also a boolean, which is 0 or 1. */
	BYTE(byte.class, Byte.BYTES),
	/** 16 bits. */
	SHORT(short.class, Short.BYTES),
	/** 32 bits. */
	INT(int.class, Integer.BYTES),
	/** 64 bits; also every pointer. */
	LONG(long.class, Long.BYTES),
	/** An IEEE 754 binary32 number. */
	FLOAT(float.class, Float.BYTES),
	/** An IEEE 754 binary64 number. */
	DOUBLE(double.class, Double.BYTES),
	/**
	 * A structure of two words by value, for example {@code {ptr, len}}; as a parameter
	 * only. It is two Java values in a row, which the machine passes together: both in
	 * registers, or both on the stack.
	 */
	SLICE(long.class, 2 * Long.BYTES);

	private final Class<?> javaType;

	private final int size;

	MachineType(Class<?> javaType, int size) {
		this.javaType = javaType;
		this.size = size;
	}

	/**
	 * The Java type that stands for the machine's; for a slice that of each word.
	 * @return a primitive type, or {@code void}
	 */
	@Override
	public Class<?> javaType() {
		return this.javaType;
	}

	/**
	 * How many Java values a parameter of this type is.
	 * @return 2 for a slice, otherwise 1
	 */
	@Override
	public int valueCount() {
		return (this == SLICE) ? 2 : 1;
	}

	/**
	 * How much memory a value takes.
	 * @return its size in bytes, 0 for {@link #VOID}
	 */
	@Override
	public int size() {
		return this.size;
	}

	/** As large as the value; each word of a slice stands by itself. */
	@Override
	public int alignment() {
		return (this == SLICE) ? Long.BYTES : Math.max(1, this.size);
	}

	/**
	 * The value whose bits are all zero.
	 * @return a box of the {@link #javaType()}; {@code null} for {@link #VOID}
	 */
	@Override
	public @Nullable Object zero() {
		return switch (this) {
			case VOID -> null;
			case BYTE -> (byte) 0;
			case SHORT -> (short) 0;
			case INT -> 0;
			case LONG, SLICE -> 0L;
			case FLOAT -> 0f;
			case DOUBLE -> 0d;
		};
	}

}
