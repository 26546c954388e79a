// SPDX-License-Identifier: Apache-2.0
package dev.relib.module.call;

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

	private final CallStacks stacks;

	private final OutcomeBlock outcomes;

	private final CountBlock counts;

	private final CallFrame outermost;

	/** Negative until it is asked for. */
	private long criticalFlag = -1;

	private @Nullable ScratchMemory scratch;

	private @Nullable TextCoder texts;

	/** The next stack in the bin; written under the bin's lock. */
	volatile @Nullable ThreadCallStack next;

	ThreadCallStack(Thread thread, boolean lasting, CallStacks stacks) {
		this.thread = thread;
		this.lasting = lasting;
		this.stacks = stacks;
		this.outcomes = stacks.blocks().take(ThreadNumbers.of(thread));
		this.counts = stacks.counts().take(ThreadNumbers.of(thread));
		this.outermost = CallFrame.outermost(this, this.outcomes, stacks.timing());
	}

	Thread thread() {
		return this.thread;
	}

	boolean isLasting() {
		return this.lasting;
	}

	/** Outcome bytes for calls that are nested deeper than one block reaches. */
	OutcomeBlock moreOutcomes() {
		return this.stacks.blocks().take(ThreadNumbers.of(this.thread));
	}

	/**
	 * Returns the thread's scratch memory, which it gets with its first need;
	 * {@code null} if there is none.
	 */
	@Nullable ScratchMemory scratch() {
		ScratchMemory memory = this.scratch;
		if (memory == null) {
			memory = this.stacks.scratch().take(ThreadNumbers.of(this.thread));
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
			this.criticalFlag = this.lasting ? this.stacks.criticalFlag() : 0;
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

	/**
	 * Returns the cells that the thread counts its calls of a module in.
	 * @param atLeast how many of them
	 */
	long[] cells(CallGuard guard, int atLeast) {
		return guard.counts().cells(this.counts, atLeast);
	}

	/** Gives up the stack's native memory. The thread makes no call on it any more. */
	void close() {
		this.stacks.blocks().giveBack(ThreadNumbers.of(this.thread), this.outcomes);
		this.stacks.counts().giveBack(ThreadNumbers.of(this.thread), this.counts);
		ScratchMemory memory = this.scratch;
		if (memory != null) {
			this.scratch = null;
			this.stacks.scratch().giveBack(ThreadNumbers.of(this.thread), memory);
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
		if (outer >= MAX_DEPTH || (outer >= UNMEASURED_DEPTH && this.stacks.stackLeft() < NEEDED_STACK)) {
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
