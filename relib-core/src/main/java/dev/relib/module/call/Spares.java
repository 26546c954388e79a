// SPDX-License-Identifier: Apache-2.0
package dev.relib.module.call;

import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReferenceArray;

import org.jspecify.annotations.Nullable;

/**
 * What threads that have ended leave to others. Most find one that a thread with a number
 * like theirs has left, so that virtual threads, which take and leave one with each call,
 * do not get into each other's way. Thread-safe; takes no lock.
 *
 * @param <T> the type of what is left
 */
final class Spares<T> {

	private static final int SLOTS = 64;

	/** Two cache lines of references. */
	private static final int DISTANCE = 32;

	/** How many are kept beside those in slots. */
	private static final int MORE = 64;

	private final AtomicReferenceArray<@Nullable T> slots = new AtomicReferenceArray<>(SLOTS * DISTANCE);

	private final ConcurrentLinkedQueue<T> more = new ConcurrentLinkedQueue<>();

	private final AtomicInteger count = new AtomicInteger();

	/**
	 * Takes one.
	 * @param number the number of the thread that needs it
	 * @return {@code null} if there is none
	 */
	@Nullable T take(long number) {
		int slot = slot(number);
		T left = (this.slots.get(slot) != null) ? this.slots.getAndSet(slot, null) : null;
		if (left == null) {
			left = this.more.poll();
			if (left != null) {
				this.count.decrementAndGet();
			}
		}
		return left;
	}

	/**
	 * Leaves one, unless there are enough.
	 * @param number the number of the thread that has had it
	 * @param left what nobody uses any more
	 * @return whether it is kept
	 */
	boolean leave(long number, T left) {
		int slot = slot(number);
		if (this.slots.get(slot) == null && this.slots.compareAndSet(slot, null, left)) {
			return true;
		}
		if (this.count.get() < MORE) {
			keep(left);
			return true;
		}
		return false;
	}

	/** Leaves one, however many there are. */
	void keep(T left) {
		this.count.incrementAndGet();
		this.more.add(left);
	}

	private static int slot(long number) {
		return (int) (number & (SLOTS - 1)) * DISTANCE;
	}

}
