// SPDX-License-Identifier: Apache-2.0
package dev.relib.module.call;

import java.util.function.Supplier;

import dev.relib.facade.RelibMemory;
import dev.relib.failure.ModuleException;
import dev.relib.marshal.ExportCall;
import org.jspecify.annotations.Nullable;

/**
 * The guard that each call of one module passes. It directs callers to the serving
 * generation and counts them.
 * <p>
 * A caller marks its call, with a generation in its frame, and then reads which
 * generation serves; a drain first changes the serving generation and then reads the
 * marks. At least one side sees the other, by the fences of {@link CallMark}: after the
 * change is one, so that nobody who reads marks later needs another.
 */
public final class CallGuard {

	private final CallStacks stacks;

	private final Supplier<ModuleException> closed;

	private final CallCounts counts;

	private volatile @Nullable Generation serving;

	/**
	 * Creates a closed guard.
	 * @param stacks the call stacks of all threads
	 * @param closed creates the exception for callers of a closed guard
	 */
	public CallGuard(CallStacks stacks, Supplier<ModuleException> closed) {
		this.stacks = stacks;
		this.closed = closed;
		this.counts = new CallCounts(stacks.counts());
	}

	/**
	 * Returns how often the module's exports were called.
	 * @return the counts, which go on
	 */
	public CallCounts counts() {
		return this.counts;
	}

	/**
	 * Directs callers to a generation, in place of an earlier one.
	 * @param generation the generation
	 */
	public void open(Generation generation) {
		change(generation);
	}

	/** Refuses callers from now on. Calls that are nested in running calls still pass. */
	public void close() {
		change(null);
	}

	private void change(@Nullable Generation next) {
		boolean serves = this.serving != null;
		this.serving = next;
		if (serves) {
			this.stacks.mark().afterChange();
		}
	}

	/**
	 * Forgets a generation that was closed for ever, so that the stacks of threads do not
	 * keep it.
	 * @param generation the generation
	 */
	public void forget(Generation generation) {
		this.stacks.forget(generation);
	}

	CallStacks stacks() {
		return this.stacks;
	}

	/**
	 * Tells whether the calling thread is inside a call of the module.
	 * @return {@code true} in an import that the module calls on the thread of an export
	 */
	public boolean insideCall() {
		return innermost() != null;
	}

	/**
	 * Counts the threads that are inside calls of a generation.
	 * @param generation the generation
	 * @return a snapshot
	 */
	public int callsInFlight(Generation generation) {
		return this.stacks.running(generation);
	}

	/**
	 * Keeps the exception of an import for the innermost call of the calling thread.
	 * @param failure the exception
	 * @param continues whether the module continues with a default value
	 * @return {@code false} if the calling thread is inside no call of the module
	 */
	boolean importFailed(Throwable failure, boolean continues) {
		CallFrame frame = innermost();
		if (frame == null) {
			return false;
		}
		frame.fail(failure, continues);
		return true;
	}

	/** Memory of the calling thread to read arguments of an import with. */
	RelibMemory memory() {
		CallFrame frame = innermost();
		return (frame != null) ? frame.memory() : CallMemory.outside();
	}

	private @Nullable CallFrame innermost() {
		ThreadCallStack stack = this.stacks.find();
		return (stack != null) ? stack.innermost(this) : null;
	}

	/**
	 * Enters a call. A call that is nested in another call of the module runs on that
	 * call's generation, whose native frames are on the stack.
	 */
	CallFrame enter() {
		return enter(this.stacks.current());
	}

	/** Enters a call by the calling thread's stack. */
	CallFrame enter(ThreadCallStack stack) {
		CallFrame frame = stack.outermost();
		Generation generation = this.serving;
		if (generation == null || !frame.isReadyFor(generation) || !stack.isEmpty()) {
			return enter(stack, generation);
		}
		stack.mark(1);
		return (this.serving == generation) ? frame : settle(frame, generation);
	}

	private CallFrame enter(ThreadCallStack stack, @Nullable Generation first) {
		CallFrame outer = stack.innermost(this);
		if (outer != null) {
			CallFrame frame = stack.prepare(this, outer.generation());
			stack.markNested(frame.depth());
			return frame;
		}
		if (first == null) {
			this.stacks.dropIfIdle(stack);
			throw this.closed.get();
		}
		CallFrame frame = stack.prepare(this, first);
		stack.mark(frame.depth());
		return settle(frame, first);
	}

	/** Moves a call that is marked to the generation that serves. */
	private CallFrame settle(CallFrame frame, Generation first) {
		Generation generation = first;
		while (true) {
			Generation now = this.serving;
			if (now == generation) {
				return frame;
			}
			if (now == null) {
				exit(frame);
				throw this.closed.get();
			}
			frame.begin(this, now);
			frame.stack().mark(frame.depth());
			generation = now;
		}
	}

	/** Enters a call of the host's own on a generation, whichever generation serves. */
	CallFrame enter(Generation generation) {
		ThreadCallStack stack = this.stacks.current();
		CallFrame frame = stack.prepare(this, generation);
		stack.markOwn(frame.depth());
		return frame;
	}

	/**
	 * Runs work of the host as a call of a generation, so that a drain waits for it.
	 * @param <T> the type of the result
	 * @param generation the generation; the work has to ask whether it still serves
	 * @param work what needs its library
	 * @return the result of the work
	 */
	public <T extends @Nullable Object> T holding(Generation generation, Supplier<T> work) {
		CallFrame frame = enter(generation);
		try {
			return work.get();
		}
		finally {
			exit(frame);
		}
	}

	/**
	 * Enters, on the calling thread, a call that another thread has made and waits for.
	 * Imports and nested calls find it here; it is counted on the other thread.
	 */
	CallFrame enterFor(Generation generation) {
		ThreadCallStack stack = this.stacks.current();
		CallFrame frame = stack.prepare(this, generation);
		frame.delegate();
		stack.markOwn(frame.depth());
		return frame;
	}

	/**
	 * Calls a lifecycle function on the calling thread, whichever generation serves.
	 * @param generation the generation that the function belongs to
	 * @param function a function without arguments
	 * @return the reason for a failure; {@code null} after a success
	 */
	public @Nullable String run(Generation generation, ExportCall function) {
		CallFrame frame = enter(generation);
		try {
			frame.call(function, new Object[0]);
			return switch (frame.takeOutcome()) {
				case ExportCall.RETURNED -> null;
				case ExportCall.IMPORT_FAILED -> "import failed: " + importFailure(frame);
				default -> "panic: " + generation.takePanicMessage().orElse("no message");
			};
		}
		finally {
			exit(frame);
		}
	}

	private static String importFailure(CallFrame frame) {
		Throwable failure = frame.takeFailure();
		return (failure != null) ? failure.toString()
				: frame.generation().takePanicMessage().orElse("on another thread");
	}

	/** Leaves the innermost call of the calling thread. */
	void exit(CallFrame frame) {
		ThreadCallStack stack = frame.stack();
		stack.leave(frame.depth() - 1);
		if (frame.isUntidy()) {
			frame.tidy();
		}
		if (!stack.isLasting()) {
			this.stacks.dropIfIdle(stack);
		}
	}

}
