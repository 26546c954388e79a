// SPDX-License-Identifier: Apache-2.0
package dev.relib.marshal;

import java.nio.ByteBuffer;
import java.util.function.Consumer;

import dev.relib.os.CHeap;
import dev.relib.os.LentMemory;
import dev.relib.os.NativeMemory;
import org.jspecify.annotations.Nullable;

/**
 * One block of the C library's allocator that is filled from its begin to its end, as
 * much of it as a {@link SizeCounter} has counted.
 */
final class NativeBlock {

	private final long address;

	private final int size;

	private int taken;

	private @Nullable ByteBuffer memory;

	private NativeBlock(long address, int size) {
		this.address = address;
		this.size = size;
	}

	/**
	 * Allocates a block and has it written.
	 * @param space the memory that it takes
	 * @param writer writes it, from its begin to its end
	 * @return the address of the block, which the caller owns
	 */
	static long write(SizeCounter space, Consumer<NativeBlock> writer) {
		NativeBlock block = new NativeBlock(CHeap.allocate(space.bytes()), space.bytes());
		try {
			writer.accept(block);
			return block.address;
		}
		catch (RuntimeException | Error ex) {
			CHeap.free(block.address);
			throw ex;
		}
	}

	/**
	 * Takes memory for a run of elements.
	 * @return where in the block it begins, aligned also if there are none
	 */
	int take(int count, int size) {
		int begin = (int) SizeCounter.align(this.taken);
		this.taken = begin + count * size;
		return begin;
	}

	/** Writes an array of numbers. */
	void put(int at, Object array) {
		if (this.memory != null && array instanceof byte[] bytes) {
			this.memory.put(at, bytes);
		}
		else {
			LentMemory.write(this.address + at, array);
		}
	}

	/** Writes pointer and length of a run that is in this block. */
	void putSlice(int at, int begin, int length) {
		long pointer = this.address + begin;
		if (this.memory != null) {
			this.memory.putLong(at, pointer).putLong(at + Long.BYTES, length);
		}
		else {
			NativeMemory.putLongAt(this.address + at, pointer);
			NativeMemory.putLongAt(this.address + at + Long.BYTES, length);
		}
	}

	/** Everything, in the order of the machine; made when first needed, as that costs. */
	ByteBuffer memory() {
		ByteBuffer view = this.memory;
		if (view == null) {
			view = LentMemory.view(this.address, this.size);
			this.memory = view;
		}
		return view;
	}

}
