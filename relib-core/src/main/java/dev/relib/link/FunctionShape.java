// SPDX-License-Identifier: Apache-2.0
package dev.relib.link;

import java.lang.invoke.MethodType;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * What the machine has to know of a C function in order to call it. Functions that take
 * and return the same kinds of values share a shape.
 *
 * @param returns how it returns, {@link MachineType#VOID} if it returns nothing
 * @param parameters how it takes its parameters, in order
 */
public record FunctionShape(PassedType returns, List<PassedType> parameters) {

	/**
	 * Creates a shape.
	 * @throws IllegalArgumentException if a parameter is {@link MachineType#VOID} or the
	 * return a {@link MachineType#SLICE}
	 */
	public FunctionShape {
		parameters = List.copyOf(parameters);
		if (returns == MachineType.SLICE || parameters.contains(MachineType.VOID)) {
			throw new IllegalArgumentException(parameters + " -> " + returns);
		}
	}

	/**
	 * Tells whether a structure crosses by value.
	 * @return {@code true} if one of the types is a structure
	 */
	public boolean hasStructures() {
		return this.returns instanceof StructType || this.parameters.stream().anyMatch(StructType.class::isInstance);
	}

	/**
	 * The shape of a function that takes and returns integers and pointers. A function
	 * that takes fewer bits ignores the others, so that it may be called as one of words.
	 * @param parameters how many it takes
	 * @return a shape of {@link MachineType#LONG} only; the upper bits of what it returns
	 * are undefined where the function returns fewer
	 */
	public static FunctionShape ofWords(int parameters) {
		return new FunctionShape(MachineType.LONG, Collections.nCopies(parameters, MachineType.LONG));
	}

	/**
	 * How many Java values the parameters are. A function that returns a structure has
	 * one more, the first: the address of the memory that receives it, as in C++.
	 * @return the number of parameters, slices counted twice
	 */
	public int valueCount() {
		return this.parameters.stream().mapToInt(PassedType::valueCount).sum()
				+ ((this.returns instanceof StructType) ? 1 : 0);
	}

	/**
	 * The type of Java code that native code calls as a function of this shape.
	 * @return as many parameters as {@link #valueCount()} says, each of its type's
	 * {@link PassedType#javaType()}, and the return's, {@code void} for a structure
	 */
	public MethodType targetType() {
		boolean returnsStruct = this.returns instanceof StructType;
		List<Class<?>> values = new ArrayList<>();
		if (returnsStruct) {
			values.add(long.class);
		}
		for (PassedType parameter : this.parameters) {
			values.addAll(Collections.nCopies(parameter.valueCount(), parameter.javaType()));
		}
		return MethodType.methodType(returnsStruct ? void.class : this.returns.javaType(), values);
	}

	/**
	 * The type of a call of functions of this shape.
	 * @return that of a target, behind the function's address
	 */
	public MethodType callType() {
		return targetType().insertParameterTypes(0, long.class);
	}

}
