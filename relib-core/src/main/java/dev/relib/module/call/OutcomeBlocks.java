package dev.relib.module.call;

import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

import org.jspecify.annotations.Nullable;

/**
 * A pool of at most {@value #SPARE} outcome blocks for virtual threads. Thread-safe.
 */
final class OutcomeBlocks {

	private static final int SPARE = 64;

	private final ConcurrentLinkedQueue<OutcomeBlock> blocks = new ConcurrentLinkedQueue<>();

	private final AtomicInteger count = new AtomicInteger();

	OutcomeBlock take() {
		OutcomeBlock block = this.blocks.poll();
		if (block == null) {
			return new OutcomeBlock();
		}
		this.count.decrementAndGet();
		return block;
	}

	void giveBack(@Nullable OutcomeBlock block) {
		if (block == null) {
			return;
		}
		if (this.count.incrementAndGet() <= SPARE) {
			this.blocks.add(block);
		}
		else {
			this.count.decrementAndGet();
		}
	}

}
