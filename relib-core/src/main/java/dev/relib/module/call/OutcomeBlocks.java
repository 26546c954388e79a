// SPDX-License-Identifier: Apache-2.0
package dev.relib.module.call;

import java.nio.ByteBuffer;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

/**
 * A pool of outcome blocks, which the threads that start take over from those that have
 * ended. Thread-safe; takes no lock.
 */
final class OutcomeBlocks {

	private final AtomicReference<Slab> slab = new AtomicReference<>(new Slab());

	private final Spares<OutcomeBlock> spares = new Spares<>();

	/** Returns a block for the thread of a number. */
	OutcomeBlock take(long number) {
		OutcomeBlock block = this.spares.take(number);
		return (block != null) ? block : cut();
	}

	private OutcomeBlock cut() {
		while (true) {
			Slab current = this.slab.get();
			int block = current.cut.getAndIncrement();
			if (block < Slab.BLOCKS) {
				return new OutcomeBlock(current.memory, block * OutcomeBlock.SIZE);
			}
			this.slab.compareAndSet(current, new Slab());
		}
	}

	/** Takes a block back whose thread is inside no call. */
	void giveBack(long number, OutcomeBlock block) {
		this.spares.leave(number, block);
	}

	/**
	 * Memory for several blocks: direct buffers are dear to make, and limited in number
	 * for the whole application.
	 */
	private static final class Slab {

		static final int BLOCKS = 32;

		final ByteBuffer memory = ByteBuffer.allocateDirect((BLOCKS + 1) * OutcomeBlock.SIZE)
			.alignedSlice(OutcomeBlock.SIZE);

		final AtomicInteger cut = new AtomicInteger();

	}

}
