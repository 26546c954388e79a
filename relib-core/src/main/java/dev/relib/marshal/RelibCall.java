// SPDX-License-Identifier: Apache-2.0
package dev.relib.marshal;

import java.lang.ref.Reference;
import java.util.List;

import dev.relib.contract.JavaFunction;
import dev.relib.link.Downcall;
import dev.relib.link.Linker;
import dev.relib.os.CHeap;
import dev.relib.os.LentMemory;
import org.jspecify.annotations.Nullable;

/**
 * An export called as the ABI says: behind a pointer to the outcome, and one to the place
 * of a declared error if there is one.
 */
final class RelibCall implements ExportCall {

	private final Downcall function;

	private final long address;

	private final ArgumentWriter arguments;

	private final ReturnReader returned;

	private final @Nullable OwnedReturn owned;

	private final @Nullable OwnedReturn error;

	RelibCall(Linker linker, JavaFunction function, ExportAddress address, List<? extends ArgumentCodec> arguments) {
		this.returned = ReturnReader.of(function);
		this.owned = function.signature().returnsOwned() ? new OwnedReturn(linker, this.returned, address.free())
				: null;
		this.error = ReturnReader.ofError(function)
			.map((value) -> new OwnedReturn(linker, value, address.freeError()))
			.orElse(null);
		this.arguments = new ArgumentWriter(function.signature(), (this.error != null) ? 2 : 1, arguments,
				this.returned.machineType());
		this.function = WideReturn.of(linker, this.arguments.shape());
		this.address = address.function();
	}

	@Override
	public @Nullable Object call(long outcome, @Nullable Object[] arguments) {
		Object[] values = this.arguments.values();
		values[0] = outcome;
		if (this.error == null) {
			return call(outcome, arguments, values);
		}
		long slot = CHeap.allocateZeros(Long.BYTES);
		try {
			values[1] = slot;
			return call(outcome, arguments, values);
		}
		finally {
			CHeap.free(slot);
		}
	}

	private @Nullable Object call(long outcome, @Nullable Object[] arguments, Object[] values) {
		long[] blocks = this.arguments.pass(arguments, values);
		try {
			Object result = this.function.call(this.address, values);
			return switch (LentMemory.getByte(outcome)) {
				case RETURNED -> (this.owned != null) ? this.owned.take((Long) result) : this.returned.read(result);
				case DECLARED_ERROR -> (this.error != null) ? this.error.take(LentMemory.word((Long) values[1])) : null;
				default -> null;
			};
		}
		finally {
			// Not before the return is read, which may point into an argument.
			Reference.reachabilityFence(arguments);
			ArgumentWriter.free(blocks);
		}
	}

}
