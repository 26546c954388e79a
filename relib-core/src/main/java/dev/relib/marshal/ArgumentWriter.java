// SPDX-License-Identifier: Apache-2.0
package dev.relib.marshal;

import java.util.List;

import dev.relib.contract.FunctionSignature;
import dev.relib.failure.InvalidValueException;
import dev.relib.link.FunctionShape;
import dev.relib.link.PassedType;
import dev.relib.os.CHeap;
import org.jspecify.annotations.Nullable;

/**
 * The arguments of a function that the host calls.
 */
final class ArgumentWriter {

	private static final long[] NO_BLOCKS = {};

	private final FunctionSignature function;

	private final int pointers;

	private final ArgumentCodec[] codecs;

	private final FunctionShape shape;

	private final int values;

	/** Whether each argument is passed as itself, in no memory. */
	private final boolean direct;

	/**
	 * Describes arguments.
	 * @param function the function
	 * @param pointers how many pointers the ABI puts before them
	 * @param codecs how each of them crosses
	 * @param returns how the machine returns
	 */
	ArgumentWriter(FunctionSignature function, int pointers, List<? extends ArgumentCodec> codecs, PassedType returns) {
		this.function = function;
		this.pointers = pointers;
		this.codecs = codecs.toArray(ArgumentCodec[]::new);
		this.shape = ArgumentCodec.shape(pointers, codecs, returns);
		this.values = this.shape.parameters().stream().mapToInt(PassedType::valueCount).sum();
		this.direct = codecs.stream().allMatch(DirectCodec.class::isInstance);
	}

	FunctionShape shape() {
		return this.shape;
	}

	/** An array for the machine values of one call. */
	Object[] values() {
		return new Object[this.values];
	}

	/**
	 * Turns arguments into machine values.
	 * @param arguments the Java values
	 * @param values receives the machine values, behind the pointers
	 * @return the blocks that the values point to, to be freed after the call
	 * @throws InvalidValueException if one of them can not cross; no block is left then
	 */
	long[] pass(@Nullable Object[] arguments, Object[] values) {
		long[] blocks = this.direct ? NO_BLOCKS : new long[arguments.length];
		try {
			int at = this.pointers;
			for (int i = 0; i < arguments.length; i++) {
				long block = pass(i, arguments[i], values, at);
				if (block != 0) {
					blocks[i] = block;
				}
				at += this.codecs[i].machineType().valueCount();
			}
			return blocks;
		}
		catch (RuntimeException | Error ex) {
			free(blocks);
			throw ex;
		}
	}

	private long pass(int index, @Nullable Object argument, Object[] values, int at) {
		try {
			return this.codecs[index].pass(argument, values, at);
		}
		catch (MarshallingException ex) {
			throw ex.of(this.function, "argument " + this.function.parameters().get(index).name());
		}
	}

	/** Brings the arguments up to date that native code may have changed. */
	void copyBack(@Nullable Object[] arguments, long[] blocks) {
		for (int i = 0; i < blocks.length; i++) {
			this.codecs[i].copyBack(arguments[i], blocks[i]);
		}
	}

	/**
	 * Frees the blocks of a call. Left to the garbage collector, native memory would grow
	 * faster than the heap tells it to run.
	 */
	static void free(long[] blocks) {
		for (long block : blocks) {
			if (block != 0) {
				CHeap.free(block);
			}
		}
	}

}
