// SPDX-License-Identifier: Apache-2.0
package dev.relib.module.call;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.LongSupplier;

import org.jspecify.annotations.Nullable;

/**
 * The call stacks of all threads, platform and virtual, in a hash table by thread. No
 * thread-local refers to them: a pool's threads would keep this class, and the
 * application behind it, for the pool's life, and some pools clear thread-locals.
 * <p>
 * Registration takes constant time. A virtual thread, of which there may be a million,
 * has a stack while it is inside calls. A platform thread keeps its stack until it has
 * ended and another registration or a drain finds that.
 */
public final class CallStacks {

	private static final int BIN_BITS = 12;

	private static final int GOLDEN_RATIO = 0x9E3779B9;

	private static final int LOCKS = 64;

	/** The number of bins in which a registration looks for ended threads. */
	private static final int SWEPT = 2;

	private final int bits;

	private final AtomicReferenceArray<@Nullable ThreadCallStack> bins;

	/** Each guards several bins and is never held while waiting. */
	private final Object[] locks = new Object[LOCKS];

	private final AtomicInteger sweep = new AtomicInteger();

	private final OutcomeBlocks blocks = new OutcomeBlocks();

	private final LongSupplier left;

	/**
	 * Creates the stacks for the modules of one registry.
	 * @param left measures how many bytes of the calling thread's stack are left
	 */
	public CallStacks(LongSupplier left) {
		this(BIN_BITS, left);
	}

	/** Creates the stacks with a table of {@code 1 << bits} bins. */
	CallStacks(int bits, LongSupplier left) {
		this.left = left;
		this.bits = bits;
		this.bins = new AtomicReferenceArray<>(1 << bits);
		for (int i = 0; i < LOCKS; i++) {
			this.locks[i] = new Object();
		}
	}

	/** Returns the calling thread's stack, and registers it if it has none. */
	ThreadCallStack current() {
		Thread thread = Thread.currentThread();
		int bin = bin(thread);
		ThreadCallStack known = find(thread, bin);
		return (known != null) ? known : register(thread, bin);
	}

	/** Returns the calling thread's stack; {@code null} if it has none. */
	@Nullable ThreadCallStack find() {
		Thread thread = Thread.currentThread();
		return find(thread, bin(thread));
	}

	private @Nullable ThreadCallStack find(Thread thread, int bin) {
		ThreadCallStack stack = this.bins.get(bin);
		while (stack != null && stack.thread() != thread) {
			stack = stack.next;
		}
		return stack;
	}

	private ThreadCallStack register(Thread thread, int bin) {
		boolean lasting = !VirtualThreads.isVirtual(thread);
		ThreadCallStack added = new ThreadCallStack(thread, lasting, this.blocks, this.left);
		synchronized (lock(bin)) {
			added.next = this.bins.get(bin);
			this.bins.set(bin, added);
		}
		if (lasting) {
			for (int i = 0; i < SWEPT; i++) {
				dropEnded(this.sweep.getAndIncrement() & (this.bins.length() - 1));
			}
		}
		return added;
	}

	/** Removes the stack of a virtual thread that is inside no call. */
	void dropIfIdle(ThreadCallStack stack) {
		if (!stack.isLasting() && stack.isEmpty()) {
			int bin = bin(stack.thread());
			synchronized (lock(bin)) {
				remove(bin, stack);
			}
			stack.close();
		}
	}

	/** Counts the threads that are inside calls of a generation. */
	int running(Generation generation) {
		int running = 0;
		for (int bin = 0; bin < this.bins.length(); bin++) {
			boolean ended = false;
			for (ThreadCallStack stack = this.bins.get(bin); stack != null; stack = stack.next) {
				running += stack.runs(generation) ? 1 : 0;
				ended |= !stack.thread().isAlive();
			}
			if (ended) {
				dropEnded(bin);
			}
		}
		return running;
	}

	/** Counts the stacks. */
	int size() {
		int size = 0;
		for (int bin = 0; bin < this.bins.length(); bin++) {
			for (ThreadCallStack stack = this.bins.get(bin); stack != null; stack = stack.next) {
				size++;
			}
		}
		return size;
	}

	private void dropEnded(int bin) {
		if (this.bins.get(bin) == null) {
			return;
		}
		synchronized (lock(bin)) {
			for (ThreadCallStack stack = this.bins.get(bin); stack != null; stack = stack.next) {
				if (!stack.thread().isAlive()) {
					remove(bin, stack);
					if (stack.isEmpty()) {
						stack.close();
					}
				}
			}
		}
	}

	/**
	 * Unlinks a stack. A drain that has reached it continues along its link, so a stack
	 * is never linked again.
	 */
	private void remove(int bin, ThreadCallStack removed) {
		ThreadCallStack stack = this.bins.get(bin);
		if (stack == removed) {
			this.bins.set(bin, removed.next);
			return;
		}
		while (stack != null && stack.next != removed) {
			stack = stack.next;
		}
		if (stack != null) {
			stack.next = removed.next;
		}
	}

	private Object lock(int bin) {
		return this.locks[bin & (LOCKS - 1)];
	}

	private int bin(Thread thread) {
		return System.identityHashCode(thread) * GOLDEN_RATIO >>> (Integer.SIZE - this.bits);
	}

}
