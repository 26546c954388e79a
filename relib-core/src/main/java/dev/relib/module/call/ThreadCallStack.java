// SPDX-License-Identifier: Apache-2.0
package dev.relib.module.call;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.function.LongSupplier;

import dev.relib.failure.NestedTooDeepException;
import org.jspecify.annotations.Nullable;

/**
 * The calls that one thread is inside, of all modules, the innermost on top. Its thread
 * writes it, drains on other threads read it.
 * <p>
 * A push publishes its frame with a volatile store: after a release store, the next read,
 * of the serving generation, may overtake it, and a drain would miss the call.
 */
final class ThreadCallStack {

	/** A recursion through native code ends here at the latest. */
	static final int MAX_DEPTH = 512;

	/** Calls that are nested less deep do not pay for a look at the stack. */
	static final int UNMEASURED_DEPTH = 8;

	/**
	 * What a nested call needs: the room that the JVM and the module kit keep for an
	 * import, and some for frames of the module.
	 */
	static final long NEEDED_STACK = 160 * 1024;

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

	private final LongSupplier left;

	private CallFrame top;

	/** The next stack in the bin; written under the bin's lock. */
	volatile @Nullable ThreadCallStack next;

	ThreadCallStack(Thread thread, boolean lasting, OutcomeBlocks blocks, LongSupplier left) {
		this.thread = thread;
		this.lasting = lasting;
		this.blocks = blocks;
		this.left = left;
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

	/** Pushes a call. */
	CallFrame push(CallGuard guard, Generation generation, boolean delegated) {
		CallFrame frame = this.top.inner();
		int outer = frame.depth() - 1;
		if (outer >= MAX_DEPTH || (outer >= UNMEASURED_DEPTH && this.left.getAsLong() < NEEDED_STACK)) {
			throw new NestedTooDeepException(generation.module(), outer);
		}
		frame.begin(guard, generation, delegated);
		TOP.setVolatile(this, frame);
		return frame;
	}

	/** Pops the topmost call. */
	void pop(CallFrame frame) {
		TOP.setRelease(this, frame.outer());
		frame.end();
	}

	/**
	 * Returns the thread's innermost call of a guard's module; {@code null} if there is
	 * none. The stack's thread.
	 */
	@Nullable CallFrame innermost(CallGuard guard) {
		CallFrame frame = this.top;
		while (frame != null && !frame.isOf(guard)) {
			frame = frame.outer();
		}
		return frame;
	}

	/** Tells, on any thread, whether the stack has a call of a generation. */
	boolean runs(Generation generation) {
		CallFrame frame = (CallFrame) TOP.getVolatile(this);
		while (frame != null && !frame.runs(generation)) {
			frame = frame.outer();
		}
		return frame != null;
	}

}
