package dev.relib.marshal;

import java.nio.ByteBuffer;

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

	static NativeBlock allocate(SizeCounter space) {
		return new NativeBlock(CHeap.allocate(space.bytes()), space.bytes());
	}

	/** A block with pointer and length of what somebody else owns. */
	static NativeBlock ofSlice(long address, int length) {
		NativeBlock block = new NativeBlock(CHeap.allocate(SequenceCodec.SLICE_SIZE), SequenceCodec.SLICE_SIZE);
		block.putWords(0, address, length);
		return block;
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

	long address() {
		return this.address;
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
		putWords(at, this.address + begin, length);
	}

	private void putWords(int at, long first, long second) {
		if (this.memory != null) {
			this.memory.putLong(at, first).putLong(at + Long.BYTES, second);
		}
		else {
			NativeMemory.putLongAt(this.address + at, first);
			NativeMemory.putLongAt(this.address + at + Long.BYTES, second);
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

	void free() {
		CHeap.free(this.address);
	}

}
