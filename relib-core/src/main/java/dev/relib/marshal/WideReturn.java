// SPDX-License-Identifier: Apache-2.0
package dev.relib.marshal;

import dev.relib.link.Downcall;
import dev.relib.link.FunctionShape;
import dev.relib.link.Linker;
import dev.relib.link.StructType;
import dev.relib.os.CHeap;
import dev.relib.os.LentMemory;

/**
 * Calls functions that return an integer of 128 bits, and returns its two words, the
 * lower one first.
 */
final class WideReturn implements Downcall {

	private final Downcall function;

	private WideReturn(Downcall function) {
		this.function = function;
	}

	/** Makes functions of a shape callable, whatever they return. */
	static Downcall of(Linker linker, FunctionShape shape) {
		Downcall function = linker.downcall(shape);
		return (shape.returns() instanceof StructType) ? new WideReturn(function) : function;
	}

	@Override
	public Object call(long address, Object[] values) {
		long block = CHeap.allocateZeros(StructType.INT128.size());
		try {
			Object[] all = new Object[values.length + 1];
			all[0] = block;
			System.arraycopy(values, 0, all, 1, values.length);
			this.function.call(address, all);
			return new long[] { LentMemory.word(block), LentMemory.word(block + Long.BYTES) };
		}
		finally {
			CHeap.free(block);
		}
	}

}
