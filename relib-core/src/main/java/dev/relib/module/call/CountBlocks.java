// SPDX-License-Identifier: Apache-2.0
package dev.relib.module.call;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * All blocks that calls are counted in: those of threads, and those that threads have
 * left to others. Thread-safe; takes no lock.
 */
final class CountBlocks {

	private static final int TRIES = 1000;

	private final Set<CountBlock> all = ConcurrentHashMap.newKeySet();

	private final Spares<CountBlock> spares = new Spares<>();

	private final AtomicInteger modules = new AtomicInteger();

	/** How many threads are moving numbers from block to block. */
	private final AtomicInteger moving = new AtomicInteger();

	private final AtomicInteger moved = new AtomicInteger();

	/** Numbers a module. */
	int module() {
		return this.modules.getAndIncrement();
	}

	/** Returns a block for the thread of a number. */
	CountBlock take(long number) {
		CountBlock block = this.spares.take(number);
		if (block == null) {
			block = new CountBlock();
			this.all.add(block);
		}
		return block;
	}

	/**
	 * Takes a block back whose thread has ended. Where there are enough, another one
	 * takes over its numbers: a million virtual threads leave a few behind.
	 */
	void giveBack(long number, CountBlock block) {
		if (!this.spares.leave(number, block)) {
			this.moving.incrementAndGet();
			CountBlock heir = take(number);
			this.all.remove(block);
			heir.take(block);
			this.moved.incrementAndGet();
			this.moving.decrementAndGet();
			this.spares.keep(heir);
		}
	}

	/** How many blocks there are. */
	int size() {
		return this.all.size();
	}

	/**
	 * Adds the calls of a module up.
	 * @param functions how many functions it has
	 */
	long[] sum(int module, int functions) {
		for (int i = 1;; i++) {
			int before = this.moved.get();
			boolean still = this.moving.get() == 0;
			long[] sums = new long[functions];
			this.all.forEach((block) -> block.addTo(sums, module));
			if (i == TRIES || (still && this.moving.get() == 0 && this.moved.get() == before)) {
				return sums;
			}
			Thread.yield();
		}
	}

}
