// SPDX-License-Identifier: Apache-2.0
package dev.relib.module.call;

import java.nio.ByteBuffer;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

/**
 * A pool of outcome blocks, which the threads that start take over from those that have
 * ended. It keeps at most {@value #SPARE} spare ones. Thread-safe; takes no lock.
 */
final class OutcomeBlocks {

	private static final int SPARE = 64;

	private final AtomicReference<Slab> slab = new AtomicReference<>(new Slab());

	private final ConcurrentLinkedQueue<OutcomeBlock> spare = new ConcurrentLinkedQueue<>();

	private final AtomicInteger spareCount = new AtomicInteger();

	OutcomeBlock take() {
		OutcomeBlock block = this.spare.poll();
		if (block == null) {
			return cut();
		}
		this.spareCount.decrementAndGet();
		return block;
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
	void giveBack(OutcomeBlock block) {
		if (this.spareCount.incrementAndGet() <= SPARE) {
			this.spare.add(block);
		}
		else {
			this.spareCount.decrementAndGet();
		}
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
