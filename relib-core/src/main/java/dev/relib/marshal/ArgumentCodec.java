// SPDX-License-Identifier: Apache-2.0
package dev.relib.marshal;

import java.util.List;
import java.util.stream.Stream;

import dev.relib.link.FunctionShape;
import dev.relib.link.MachineType;
import dev.relib.link.PassedType;
import org.jspecify.annotations.Nullable;

/**
 * How arguments of one type go from Java to native code.
 */
interface ArgumentCodec {

	/** How the machine passes an argument. */
	PassedType machineType();

	/**
	 * Turns an argument into machine values.
	 * @param value the Java value, to be kept reachable during the call
	 * @param values receives the machine values
	 * @param at where they begin
	 * @return the address of a block of the C library's allocator, to be freed after the
	 * call; 0 if the argument takes none
	 * @throws MarshallingException if the value can not cross; no block is left then
	 */
	long pass(@Nullable Object value, Object[] values, int at);

	/**
	 * Brings an argument up to date after the call, if native code may change it.
	 * @param value the Java value that was passed
	 * @param block the block that {@link #pass} has made
	 */
	default void copyBack(Object value, long block) {
	}

	/**
	 * The shape of a function.
	 * @param pointers how many pointers the ABI puts before the arguments
	 * @param arguments how each argument crosses
	 * @param returns how the machine returns
	 */
	static FunctionShape shape(int pointers, List<? extends ArgumentCodec> arguments, PassedType returns) {
		Stream<PassedType> leading = Stream.<PassedType>generate(() -> MachineType.LONG).limit(pointers);
		return new FunctionShape(returns,
				Stream.concat(leading, arguments.stream().map(ArgumentCodec::machineType)).toList());
	}

}
