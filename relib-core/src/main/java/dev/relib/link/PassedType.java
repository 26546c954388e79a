// SPDX-License-Identifier: Apache-2.0
package dev.relib.link;

import org.jspecify.annotations.Nullable;

/**
 * How a function takes or returns a value: in a register, or as a structure.
 */
public sealed interface PassedType permits MachineType, StructType {

	/**
	 * The Java type that stands for it.
	 * @return a primitive type, or {@code void}
	 */
	Class<?> javaType();

	/**
	 * How many Java values a parameter of this type is.
	 * @return 1 or 2
	 */
	int valueCount();

	/**
	 * How much memory a value takes.
	 * @return its size in bytes, 0 for nothing
	 */
	int size();

	/**
	 * At which addresses a value stands in C.
	 * @return a power of two that divides them
	 */
	int alignment();

	/**
	 * What stands for no value.
	 * @return a box of the {@link #javaType()}; {@code null} for nothing
	 */
	@Nullable Object zero();

}
