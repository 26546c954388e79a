// SPDX-License-Identifier: Apache-2.0
package dev.relib.link;

import java.lang.invoke.MethodHandle;

import org.jspecify.annotations.Nullable;

/**
 * Calls native functions of one shape. Usable by any thread.
 */
@FunctionalInterface
public interface Downcall {

	/**
	 * Calls a function. Nothing is checked: another shape, or an address without a
	 * function, ends the process.
	 * @param address where the function is
	 * @param values as many as {@link FunctionShape#valueCount()} says, each a box of its
	 * {@link MachineType#javaType()}; must not change during the call
	 * @return the value that the function returns, {@code null} if it returns nothing or
	 * a structure
	 */
	@Nullable Object call(long address, Object[] values);

	/**
	 * Makes a call of boxes of one without.
	 * @param handle takes the function's address and the values
	 * @return calls it
	 */
	static Downcall of(MethodHandle handle) {
		return new BoxedDowncall(handle);
	}

}
