// SPDX-License-Identifier: Apache-2.0
package dev.relib.marshal;

import java.lang.ref.Reference;

import dev.relib.contract.JavaFunction;
import dev.relib.link.Downcall;
import dev.relib.link.Linker;
import dev.relib.os.LentMemory;
import org.jspecify.annotations.Nullable;

/**
 * A C function called as it is, without a pointer to an outcome.
 */
final class PlainCall implements ExportCall {

	private final Downcall function;

	private final long address;

	private final ArgumentWriter arguments;

	private final ReturnReader returned;

	PlainCall(Linker linker, JavaFunction function, long address) {
		this.returned = ReturnReader.ofPlain(function);
		this.arguments = new ArgumentWriter(function.signature(), 0, PlainCodecs.ofParameters(function),
				this.returned.machineType());
		this.function = linker.downcall(this.arguments.shape());
		this.address = address;
	}

	@Override
	public @Nullable Object call(long outcome, @Nullable Object[] arguments) {
		Object[] values = this.arguments.values();
		long[] blocks = this.arguments.pass(arguments, values);
		try {
			Object machineValue = this.function.call(this.address, values);
			this.arguments.copyBack(arguments, blocks);
			Object result = this.returned.read(machineValue);
			LentMemory.putByte(outcome, RETURNED);
			return result;
		}
		finally {
			Reference.reachabilityFence(arguments);
			ArgumentWriter.free(blocks);
		}
	}

}
