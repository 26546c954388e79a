// SPDX-License-Identifier: Apache-2.0
package dev.relib.module.call;

import java.util.concurrent.atomic.AtomicIntegerArray;

/**
 * Locks of bins, each of which guards several and counts what is in them. Whoever waits
 * for one tries again and again: with a monitor it may be the turn of a virtual thread
 * that has no carrier, for as long as other virtual threads keep theirs busy, and nobody
 * else would be let in. Whoever has one must not wait for anything, so that it keeps its
 * carrier.
 */
final class BinLocks {

	static final int LOCKS = 64;

	/** Two cache lines of numbers. */
	private static final int DISTANCE = 32;

	private static final int SPINS = 100;

	/** Of each lock whether it is held, and the count. */
	private final AtomicIntegerArray held = new AtomicIntegerArray(LOCKS * DISTANCE);

	void lock(int bin) {
		int lock = at(bin);
		for (int i = 1; !this.held.compareAndSet(lock, 0, 1); i++) {
			if (i % SPINS == 0) {
				Thread.yield();
			}
			else {
				Thread.onSpinWait();
			}
		}
	}

	void unlock(int bin) {
		this.held.setRelease(at(bin), 0);
	}

	/** Counts more or less in the bins of a lock that is held; more before it is in. */
	void count(int bin, int more) {
		int count = at(bin) + 1;
		this.held.setRelease(count, this.held.getPlain(count) + more);
	}

	/** Whether there was nothing in the bins of a lock. */
	boolean isEmpty(int bin) {
		return this.held.get(at(bin) + 1) == 0;
	}

	private static int at(int bin) {
		return (bin & (LOCKS - 1)) * DISTANCE;
	}

}
