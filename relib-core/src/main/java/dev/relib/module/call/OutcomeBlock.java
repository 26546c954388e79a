package dev.relib.module.call;

import java.nio.ByteBuffer;

import dev.relib.os.LentMemory;

/**
 * The outcome bytes of {@value #SIZE} nested calls of one thread. The block is two cache
 * lines long, as processors fetch them in pairs: threads that call at the same time share
 * neither.
 */
final class OutcomeBlock {

	static final int SIZE = 128;

	/** Native memory that is freed after its last block and every call that uses it. */
	private final ByteBuffer slab;

	private final int begin;

	private final long address;

	OutcomeBlock(ByteBuffer slab, int begin) {
		this.slab = slab;
		this.begin = begin;
		this.address = LentMemory.address(slab) + begin;
	}

	long address(int at) {
		return this.address + at;
	}

	byte get(int at) {
		return this.slab.get(this.begin + at);
	}

	void set(int at, byte outcome) {
		this.slab.put(this.begin + at, outcome);
	}

}
