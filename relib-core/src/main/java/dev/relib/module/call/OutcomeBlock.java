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

	/** Native memory, freed with its last block and after every call that uses it. */
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
