package dev.relib.module.call;

import java.nio.ByteBuffer;

import dev.relib.os.LentMemory;

/**
 * The outcome bytes of {@value #SIZE} nested calls of one thread. It has the length of
 * two cache lines, so that concurrent threads do not share one.
 */
final class OutcomeBlock {

	static final int SIZE = 128;

	/** The memory, which is freed with this object. */
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
