// SPDX-License-Identifier: Apache-2.0
package dev.relib.module.call;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.LongSupplier;

import dev.relib.module.CallTiming;
import dev.relib.os.ProcessFence;
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

	/** One of so many calls is timed. */
	private static final long SAMPLE = 128;

	/** How many bins a registration looks for ended threads in. */
	private static final int SWEPT_BINS = 64;

	/** How many stacks it looks at: more than it adds, and no more with more threads. */
	private static final int SWEPT_STACKS = 4;

	private final AtomicReferenceArray<@Nullable ThreadCallStack> bins;

	private final BinLocks locks = new BinLocks();

	private final AtomicInteger sweep = new AtomicInteger();

	private final OutcomeBlocks blocks = new OutcomeBlocks();

	private final ScratchPool scratch = new ScratchPool();

	private final CountBlocks counts = new CountBlocks();

	private final LongSupplier left;

	private final LongSupplier criticalFlags;

	private final CallMark mark;

	/** Of which calls the number has none of these bits. */
	private final long timing;

	/**
	 * Creates the stacks for the modules of one registry.
	 * @param left measures how many bytes of the calling thread's stack are left
	 * @param fence a fence on all threads, which the first stacks of the process try out
	 * @param criticalFlags finds the byte by which the calling thread says that it calls
	 * in Java's state
	 * @param timing which calls are timed
	 */
	public CallStacks(LongSupplier left, ProcessFence fence, LongSupplier criticalFlags, CallTiming timing) {
		this(BIN_BITS, left, fence, criticalFlags, timing);
	}

	/**
	 * Creates stacks whose calls have volatile marks, unless others have come first.
	 * @param left measures how many bytes of the calling thread's stack are left
	 */
	public CallStacks(LongSupplier left) {
		this(BIN_BITS, left, null, () -> 0, CallTiming.OFF);
	}

	/** Creates the stacks with a table of {@code 1 << bits} bins. */
	CallStacks(int bits, LongSupplier left, @Nullable ProcessFence fence, LongSupplier criticalFlags,
			CallTiming timing) {
		this.timing = switch (timing) {
			case OFF -> -1;
			case SAMPLED -> SAMPLE - 1;
			case ALL -> 0;
		};
		this.criticalFlags = criticalFlags;
		this.mark = CallMark.decide(fence);
		this.left = left;
		this.bins = new AtomicReferenceArray<>(1 << bits);
	}

	OutcomeBlocks blocks() {
		return this.blocks;
	}

	ScratchPool scratch() {
		return this.scratch;
	}

	CountBlocks counts() {
		return this.counts;
	}

	/** A call is timed if its number has none of these bits. */
	long timing() {
		return this.timing;
	}

	/** How many bytes of the calling thread's native stack are left. */
	long stackLeft() {
		return this.left.getAsLong();
	}

	/** Where the calling thread says that it calls in Java's state; 0 if it can not. */
	long criticalFlag() {
		return this.criticalFlags.getAsLong();
	}

	/** How calls are marked. */
	CallMark mark() {
		return this.mark;
	}

	/** The table, for a caller that is spared the way to it by {@link #current}. */
	AtomicReferenceArray<@Nullable ThreadCallStack> bins() {
		return this.bins;
	}

	/** Returns the calling thread's stack, and registers it if it has none. */
	ThreadCallStack current() {
		return current(this.bins);
	}

	/** The same, by the table. */
	ThreadCallStack current(AtomicReferenceArray<@Nullable ThreadCallStack> table) {
		Thread thread = Thread.currentThread();
		int bin = ThreadNumbers.of(thread) & (table.length() - 1);
		ThreadCallStack first = table.getAcquire(bin);
		return (first != null && first.thread() == thread) ? first : findOrRegister(thread, bin);
	}

	private ThreadCallStack findOrRegister(Thread thread, int bin) {
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
		ThreadCallStack added = new ThreadCallStack(thread, lasting, this);
		this.locks.lock(bin);
		try {
			this.locks.count(bin, 1);
			added.next = this.bins.get(bin);
			this.bins.set(bin, added);
		}
		finally {
			this.locks.unlock(bin);
		}
		if (lasting) {
			sweep();
		}
		return added;
	}

	/** Drops some stacks of ended threads, so that there are never many. */
	private void sweep() {
		int stacks = 0;
		for (int i = 0; i < SWEPT_BINS && stacks < SWEPT_STACKS; i++) {
			int bin = this.sweep.getAndIncrement() & (this.bins.length() - 1);
			boolean ended = false;
			for (ThreadCallStack stack = this.bins.get(bin); stack != null; stack = stack.next) {
				stacks++;
				ended |= !stack.thread().isAlive();
			}
			if (ended) {
				dropEnded(bin);
			}
		}
	}

	/** Removes the stack of a virtual thread that is inside no call. */
	void dropIfIdle(ThreadCallStack stack) {
		if (!stack.isLasting() && stack.isEmpty()) {
			int bin = bin(stack.thread());
			this.locks.lock(bin);
			try {
				remove(bin, stack);
			}
			finally {
				this.locks.unlock(bin);
			}
			stack.close();
		}
	}

	/** Counts the threads that are inside calls of a generation. */
	int running(Generation generation) {
		int running = 0;
		for (ThreadCallStack stack : all()) {
			running += stack.runs(generation) ? 1 : 0;
			if (!stack.thread().isAlive()) {
				dropEnded(bin(stack.thread()));
			}
		}
		return running;
	}

	/** Forgets a generation that serves no more. */
	void forget(Generation gone) {
		all().forEach((stack) -> stack.forget(gone));
	}

	/** Counts the stacks. */
	int size() {
		return all().size();
	}

	/** Lists the stacks, those of all threads that were registered before. */
	private List<ThreadCallStack> all() {
		List<ThreadCallStack> all = new ArrayList<>();
		for (int first = 0; first < Math.min(BinLocks.LOCKS, this.bins.length()); first++) {
			for (int bin = first; bin < this.bins.length() && !this.locks.isEmpty(first); bin += BinLocks.LOCKS) {
				for (ThreadCallStack stack = this.bins.get(bin); stack != null; stack = stack.next) {
					all.add(stack);
				}
			}
		}
		return all;
	}

	private void dropEnded(int bin) {
		this.locks.lock(bin);
		try {
			for (ThreadCallStack stack = this.bins.get(bin); stack != null; stack = stack.next) {
				if (!stack.thread().isAlive()) {
					remove(bin, stack);
					if (stack.isEmpty()) {
						stack.close();
					}
				}
			}
		}
		finally {
			this.locks.unlock(bin);
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
			this.locks.count(bin, -1);
			return;
		}
		while (stack != null && stack.next != removed) {
			stack = stack.next;
		}
		if (stack != null) {
			stack.next = removed.next;
			this.locks.count(bin, -1);
		}
	}

	/** Threads are numbered as they are made, so that few of those alive share a bin. */
	private int bin(Thread thread) {
		return ThreadNumbers.of(thread) & (this.bins.length() - 1);
	}

}
