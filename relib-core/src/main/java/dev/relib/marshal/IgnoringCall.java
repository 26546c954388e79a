// SPDX-License-Identifier: Apache-2.0
package dev.relib.marshal;

import java.util.List;

import dev.relib.link.Downcall;
import dev.relib.link.FunctionShape;
import dev.relib.link.Linker;
import dev.relib.link.MachineType;
import dev.relib.os.LentMemory;
import org.jspecify.annotations.Nullable;

/**
 * An export without parameters whose owned result is freed as it comes.
 */
final class IgnoringCall implements ExportCall {

	private static final FunctionShape SHAPE = new FunctionShape(MachineType.LONG, List.of(MachineType.LONG));

	private final Downcall function;

	private final long address;

	private final Downcall free;

	private final long freeAddress;

	IgnoringCall(Linker linker, long address, long freeAddress) {
		this.function = linker.downcall(SHAPE);
		this.address = address;
		this.free = linker.downcall(OwnedReturn.FREE);
		this.freeAddress = freeAddress;
	}

	@Override
	public @Nullable Object call(long outcome, @Nullable Object[] arguments) {
		Object block = this.function.call(this.address, new Object[] { outcome });
		if (block != null && LentMemory.getByte(outcome) == RETURNED) {
			this.free.call(this.freeAddress, new Object[] { block });
		}
		return null;
	}

}
