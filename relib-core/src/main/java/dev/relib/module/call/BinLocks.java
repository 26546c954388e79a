// SPDX-License-Identifier: Apache-2.0
package dev.relib.module.call;

import java.util.concurrent.atomic.AtomicIntegerArray;

/**
 * Locks of bins, each of which guards several. Whoever waits for one tries again and
 * again: with a monitor it may be the turn of a virtual thread that has no carrier, for
 * as long as other virtual threads keep theirs busy, and nobody else would be let in.
 * Whoever has one must not wait for anything, so that it keeps its carrier.
 */
final class BinLocks {

	private static final int LOCKS = 64;

	/** Two cache lines of numbers. */
	private static final int DISTANCE = 32;

	private static final int SPINS = 100;

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

	private static int at(int bin) {
		return (bin & (LOCKS - 1)) * DISTANCE;
	}

}
