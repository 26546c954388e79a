// SPDX-License-Identifier: Apache-2.0
package dev.relib.module.call;

import java.nio.ByteBuffer;

import dev.relib.os.LentMemory;

/**
 * Native memory for the arguments and results of the calls that one thread is inside,
 * which take it from its begin on and give it back in reverse order.
 */
final class ScratchMemory {

	static final int SIZE = 16 * 1024;

	private static final int ALIGNMENT = 16;

	/** Freed with this object, after every call that uses it. */
	private final ByteBuffer memory;

	private final long address;

	private int used;

	ScratchMemory() {
		this.memory = ByteBuffer.allocateDirect(SIZE + ALIGNMENT).alignedSlice(ALIGNMENT);
		this.address = LentMemory.address(this.memory);
	}

	/** Takes memory. Returns its address, a multiple of 16; 0 if so much is not left. */
	long take(int bytes) {
		int begin = this.used;
		if (bytes < 0 || bytes > SIZE - begin) {
			return 0;
		}
		this.used = begin + ((bytes + ALIGNMENT - 1) & -ALIGNMENT);
		return this.address + begin;
	}

	/** Returns how much is in use. */
	int used() {
		return this.used;
	}

	/** Gives back what was taken since so much was in use. */
	void giveBack(int before) {
		this.used = before;
	}

}
