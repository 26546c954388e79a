// SPDX-License-Identifier: Apache-2.0
package dev.relib.module.call;

import java.nio.ByteBuffer;

import dev.relib.os.LentMemory;

/**
 * The outcome bytes of {@value #SIZE} nested calls of one thread. The block has the
 * length of two cache lines, which processors fetch in pairs, so that concurrent threads
 * share none.
 */
final class OutcomeBlock {

	static final int SIZE = 128;

	/** Freed with its last block and after every call that uses it. */
	private final ByteBuffer slab;

	private final long address;

	OutcomeBlock(ByteBuffer slab, int begin) {
		this.slab = slab;
		this.address = LentMemory.address(slab) + begin;
	}

	long address(int at) {
		return this.address + at;
	}

	byte get(int at) {
		return LentMemory.getByte(this.address + at);
	}

	void set(int at, byte outcome) {
		LentMemory.putByte(this.address + at, outcome);
	}

}
