// SPDX-License-Identifier: Apache-2.0
package dev.relib.link;

import org.jspecify.annotations.Nullable;

/**
 * Runs when native code calls the address of an {@link Upcall}.
 */
@FunctionalInterface
public interface UpcallTarget {

	/**
	 * Runs on the thread that called. It must not throw: linkers answer with a zero in
	 * place of the return, or end the process.
	 * @param values as many as {@link FunctionShape#valueCount()} says, each a box of its
	 * {@link MachineType#javaType()}
	 * @return the value to return, a box of its {@link MachineType#javaType()},
	 * {@code null} if the function returns nothing
	 */
	@Nullable Object call(Object[] values);

}
