package dev.relib.module.call;

import java.nio.ByteBuffer;

import dev.relib.os.LentMemory;

/**
 * The outcome bytes of {@value #SIZE} nested calls of one thread. The block is as long as
 * two cache lines, so that threads which call at the same time do not share one.
 */
final class OutcomeBlock {

	static final int SIZE = 128;

	/** Freed with this object, after every call that was given its address. */
	private final ByteBuffer bytes = ByteBuffer.allocateDirect(SIZE);

	private final long address = LentMemory.address(this.bytes);

	long address(int at) {
		return this.address + at;
	}

	byte get(int at) {
		return this.bytes.get(at);
	}

	void set(int at, byte outcome) {
		this.bytes.put(at, outcome);
	}

}
