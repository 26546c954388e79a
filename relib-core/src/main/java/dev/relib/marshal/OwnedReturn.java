// SPDX-License-Identifier: Apache-2.0
package dev.relib.marshal;

import java.util.List;

import dev.relib.link.Downcall;
import dev.relib.link.FunctionShape;
import dev.relib.link.Linker;
import dev.relib.link.MachineType;
import org.jspecify.annotations.Nullable;

/**
 * A return that the host owns: once it is read, successfully or not, the module's free
 * function takes it.
 */
final class OwnedReturn {

	static final FunctionShape FREE = new FunctionShape(MachineType.VOID, List.of(MachineType.LONG));

	private final ReturnReader value;

	private final Downcall free;

	private final long freeAddress;

	OwnedReturn(Linker linker, ReturnReader value, long freeAddress) {
		this.value = value;
		this.free = linker.downcall(FREE);
		this.freeAddress = freeAddress;
	}

	/** Reads a block and frees it. */
	@Nullable Object take(long block) {
		try {
			return this.value.read(block);
		}
		finally {
			if (block != 0) {
				this.free.call(this.freeAddress, new Object[] { block });
			}
		}
	}

}
