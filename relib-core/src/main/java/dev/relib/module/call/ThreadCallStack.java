// SPDX-License-Identifier: Apache-2.0
package dev.relib.module.call;

import java.util.function.LongSupplier;

import dev.relib.failure.NestedTooDeepException;
import dev.relib.marshal.TextCoder;
import org.jspecify.annotations.Nullable;

/**
 * The calls that one thread is inside, of all modules, the innermost on top. Its thread
 * writes it, drains on other threads read it.
 */
final class ThreadCallStack extends CallDepth.Padded {

	/** A recursion through native code ends here at the latest. */
	static final int MAX_DEPTH = 512;

	/** Calls that are nested less deep do not pay for a look at the stack. */
	static final int UNMEASURED_DEPTH = 8;

	/**
	 * What a nested call needs: the room that the JVM and the module kit keep for an
	 * import, and some for frames of the module.
	 */
	static final long NEEDED_STACK = 160 * 1024;

	private final Thread thread;

	/** Whether the stack is kept while the thread is inside no call. */
	private final boolean lasting;

	private final OutcomeBlocks blocks;

	private final ScratchPool scratchPool;

	private final OutcomeBlock outcomes;

	private final LongSupplier left;

	private final LongSupplier criticalFlags;

	private final CallFrame outermost;

	/** Negative until it is asked for. */
	private long criticalFlag = -1;

	private @Nullable ScratchMemory scratch;

	private @Nullable TextCoder texts;

	/** The next stack in the bin; written under the bin's lock. */
	volatile @Nullable ThreadCallStack next;

	/**
	 * Creates a thread's stack.
	 * @param left measures how much of the calling thread's native stack is left
	 * @param criticalFlags finds the calling thread's byte for calls in Java's state
	 */
	ThreadCallStack(Thread thread, boolean lasting, OutcomeBlocks blocks, ScratchPool scratchPool, LongSupplier left,
			LongSupplier criticalFlags) {
		this.thread = thread;
		this.lasting = lasting;
		this.blocks = blocks;
		this.scratchPool = scratchPool;
		this.left = left;
		this.criticalFlags = criticalFlags;
		this.outcomes = blocks.take(ThreadNumbers.of(thread));
		this.outermost = CallFrame.outermost(this, this.outcomes);
	}

	Thread thread() {
		return this.thread;
	}

	boolean isLasting() {
		return this.lasting;
	}

	/** Outcome bytes for calls that are nested deeper than one block reaches. */
	OutcomeBlock moreOutcomes() {
		return this.blocks.take(ThreadNumbers.of(this.thread));
	}

	/**
	 * Returns the thread's scratch memory, which it gets with its first need;
	 * {@code null} if there is none.
	 */
	@Nullable ScratchMemory scratch() {
		ScratchMemory memory = this.scratch;
		if (memory == null) {
			memory = this.scratchPool.take(ThreadNumbers.of(this.thread));
			this.scratch = memory;
		}
		return memory;
	}

	/** Returns what writes and reads the thread's texts. */
	TextCoder texts() {
		TextCoder known = this.texts;
		if (known == null) {
			known = new TextCoder();
			this.texts = known;
		}
		return known;
	}

	/**
	 * Where the thread says that it calls in Java's state; 0 if it can not: a virtual
	 * thread has a byte of its carrier, which may be another one any time.
	 */
	long criticalFlag() {
		if (this.criticalFlag < 0) {
			this.criticalFlag = this.lasting ? this.criticalFlags.getAsLong() : 0;
		}
		return this.criticalFlag;
	}

	/** Gives back what was taken since so much was in use. */
	void giveBackScratch(int before) {
		ScratchMemory memory = this.scratch;
		if (memory != null) {
			memory.giveBack(before);
		}
	}

	/** Gives up the stack's native memory. The thread makes no call on it any more. */
	void close() {
		this.blocks.giveBack(ThreadNumbers.of(this.thread), this.outcomes);
		ScratchMemory memory = this.scratch;
		if (memory != null) {
			this.scratch = null;
			this.scratchPool.giveBack(ThreadNumbers.of(this.thread), memory);
		}
	}

	boolean isEmpty() {
		return depth() == 0;
	}

	/** Returns the frame of outermost calls. */
	CallFrame outermost() {
		return this.outermost;
	}

	/** Prepares the frame of the next call, which the caller marks. */
	CallFrame prepare(CallGuard guard, Generation generation) {
		int outer = depth();
		if (outer >= MAX_DEPTH || (outer >= UNMEASURED_DEPTH && this.left.getAsLong() < NEEDED_STACK)) {
			throw new NestedTooDeepException(generation.module(), outer);
		}
		CallFrame top = top();
		CallFrame frame = (top != null) ? top.inner() : this.outermost;
		frame.begin(guard, generation);
		return frame;
	}

	private @Nullable CallFrame top() {
		int depth = depth();
		CallFrame frame = (depth > 0) ? this.outermost : null;
		for (int i = 1; i < depth; i++) {
			frame = frame.inner();
		}
		return frame;
	}

	/**
	 * Returns the thread's innermost call of a guard's module; {@code null} if there is
	 * none. The stack's thread.
	 */
	@Nullable CallFrame innermost(CallGuard guard) {
		CallFrame frame = top();
		while (frame != null && !frame.isOf(guard)) {
			frame = frame.outer();
		}
		return frame;
	}

	/**
	 * Tells, on any thread, whether the stack has a call of a generation. A frame whose
	 * mark is seen before it is itself belongs to a call that goes on to the generation
	 * that serves now.
	 */
	boolean runs(Generation generation) {
		int depth = depthNow();
		CallFrame frame = this.outermost;
		for (int i = 0; i < depth && frame != null; i++) {
			if (frame.runs(generation)) {
				return true;
			}
			frame = frame.innerNow();
		}
		return false;
	}

	/** Forgets, on any thread, a generation that serves no more. */
	void forget(Generation gone) {
		for (CallFrame frame = this.outermost; frame != null; frame = frame.innerNow()) {
			frame.forget(gone);
		}
	}

}
