package dev.relib.module.call;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

import org.jspecify.annotations.Nullable;

/**
 * The calls that one thread is inside, of all modules, the innermost on top. Written by
 * its thread alone, read by drains.
 * <p>
 * A frame is published by a volatile store of the top: with a release store the read that
 * follows, of the generation that serves, may overtake it, and a drain would miss the
 * call.
 */
final class ThreadCallStack {

	private static final VarHandle TOP;

	static {
		try {
			TOP = MethodHandles.lookup().findVarHandle(ThreadCallStack.class, "top", CallFrame.class);
		}
		catch (ReflectiveOperationException ex) {
			throw new ExceptionInInitializerError(ex);
		}
	}

	private final Thread thread;

	/** Whether the stack is kept while the thread is inside no call. */
	private final boolean lasting;

	private final OutcomeBlocks blocks;

	private final OutcomeBlock outcomes;

	private final CallFrame bottom;

	private CallFrame top;

	/** The next stack of the same bin, guarded by the bin's lock for writing. */
	volatile @Nullable ThreadCallStack next;

	ThreadCallStack(Thread thread, boolean lasting, OutcomeBlocks blocks) {
		this.thread = thread;
		this.lasting = lasting;
		this.blocks = blocks;
		this.outcomes = blocks.take();
		this.bottom = CallFrame.bottom(this, this.outcomes);
		this.top = this.bottom;
	}

	Thread thread() {
		return this.thread;
	}

	boolean isLasting() {
		return this.lasting;
	}

	/** Outcome bytes for calls that are nested deeper than one block reaches. */
	OutcomeBlock moreOutcomes() {
		return this.blocks.take();
	}

	/** Gives up the stack's outcome bytes. The thread makes no call on it any more. */
	void close() {
		this.blocks.giveBack(this.outcomes);
	}

	boolean isEmpty() {
		return this.top == this.bottom;
	}

	/** Puts a call on top. */
	CallFrame push(CallGuard guard, Generation generation, boolean delegated) {
		CallFrame frame = this.top.inner();
		frame.begin(guard, generation, delegated);
		TOP.setVolatile(this, frame);
		return frame;
	}

	/** Takes the topmost call off. */
	void pop(CallFrame frame) {
		TOP.setRelease(this, frame.outer());
		frame.end();
	}

	/** The innermost call of a guard's module, by the owner. */
	@Nullable CallFrame innermost(CallGuard guard) {
		CallFrame frame = this.top;
		while (frame != null && !frame.isOf(guard)) {
			frame = frame.outer();
		}
		return frame;
	}

	/** Whether the thread is inside a call of a generation; for any thread. */
	boolean runs(Generation generation) {
		CallFrame frame = (CallFrame) TOP.getVolatile(this);
		while (frame != null && !frame.runs(generation)) {
			frame = frame.outer();
		}
		return frame != null;
	}

}
