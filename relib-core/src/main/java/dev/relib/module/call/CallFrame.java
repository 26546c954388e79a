// SPDX-License-Identifier: Apache-2.0
package dev.relib.module.call;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.Objects;

import dev.relib.marshal.ExportCall;
import org.jspecify.annotations.Nullable;

/**
 * One call on a thread's stack: the guard that it has passed, its generation, and its
 * outcome. Its thread writes it; drains on other threads read the generation.
 */
final class CallFrame {

	private static final VarHandle GENERATION;

	static {
		try {
			GENERATION = MethodHandles.lookup().findVarHandle(CallFrame.class, "generation", Generation.class);
		}
		catch (ReflectiveOperationException ex) {
			throw new ExceptionInInitializerError(ex);
		}
	}

	private final ThreadCallStack stack;

	/** The frame below; {@code null} for the bottom frame. */
	private final @Nullable CallFrame outer;

	private final OutcomeBlock outcomes;

	private final int at;

	/** How many calls there are up to this one. */
	private final int depth;

	/** Created by the first call that is nested this deep and reused by later ones. */
	private @Nullable CallFrame inner;

	private @Nullable CallGuard guard;

	private @Nullable Generation generation;

	/** Whether the call is counted on the stack of the thread that made it. */
	private boolean delegated;

	private @Nullable Throwable failure;

	private CallFrame(ThreadCallStack stack, @Nullable CallFrame outer, OutcomeBlock outcomes, int at) {
		this.stack = stack;
		this.outer = outer;
		this.outcomes = outcomes;
		this.at = at;
		this.depth = (outer != null) ? outer.depth + 1 : 0;
	}

	/** Creates the frame below all calls of a thread, which has no generation. */
	static CallFrame bottom(ThreadCallStack stack, OutcomeBlock outcomes) {
		return new CallFrame(stack, null, outcomes, -1);
	}

	/** Returns the frame of a call that is nested in this one. */
	CallFrame inner() {
		CallFrame next = this.inner;
		if (next == null) {
			boolean full = this.at + 1 == OutcomeBlock.SIZE;
			next = new CallFrame(this.stack, this, full ? this.stack.moreOutcomes() : this.outcomes,
					full ? 0 : this.at + 1);
			this.inner = next;
		}
		return next;
	}

	/** Fills the frame, which the stack publishes afterwards. */
	void begin(CallGuard passed, Generation running, boolean onBehalf) {
		this.guard = passed;
		this.delegated = onBehalf;
		GENERATION.setOpaque(this, running);
	}

	/**
	 * Moves the call, which has not begun, to another generation. The store is volatile:
	 * the caller's next read, of the serving generation, must not overtake it.
	 */
	void moveTo(Generation other) {
		GENERATION.setVolatile(this, other);
	}

	/** Clears the frame and its outcome, after the stack has removed it. */
	void end() {
		GENERATION.setOpaque(this, null);
		this.guard = null;
		this.failure = null;
		this.outcomes.set(this.at, ExportCall.PANICKED);
	}

	int depth() {
		return this.depth;
	}

	ThreadCallStack stack() {
		return this.stack;
	}

	@Nullable CallFrame outer() {
		return this.outer;
	}

	boolean isOf(CallGuard asked) {
		return this.guard == asked;
	}

	/** Returns the generation that the call runs on. */
	Generation generation() {
		return Objects.requireNonNull(this.generation, "no call is running");
	}

	/**
	 * Tells, on any thread, whether this is a call of a generation that is counted here.
	 */
	boolean runs(Generation asked) {
		return GENERATION.getVolatile(this) == asked && !this.delegated;
	}

	/** Makes the call. If it throws, the outcome is reset for the next call. */
	@Nullable Object call(ExportCall call, @Nullable Object[] arguments) {
		try {
			return call.call(this.outcomes.address(this.at), arguments);
		}
		catch (Throwable ex) {
			this.outcomes.set(this.at, ExportCall.PANICKED);
			throw ex;
		}
	}

	/**
	 * Returns the call's outcome and resets it for the next call. A failed import counts
	 * even if the module was not told of it.
	 */
	byte takeOutcome() {
		byte outcome = this.outcomes.get(this.at);
		this.outcomes.set(this.at, ExportCall.PANICKED);
		return (this.failure != null && generation().continuesAfterFailedImport()) ? ExportCall.IMPORT_FAILED : outcome;
	}

	/**
	 * Keeps the exception of a failed import.
	 * @param continues whether the module continues with a default value: the first
	 * exception is kept then, and suppresses later ones
	 */
	void fail(Throwable thrown, boolean continues) {
		Throwable first = this.failure;
		if (!continues || first == null) {
			this.failure = thrown;
		}
		else if (first != thrown) {
			first.addSuppressed(thrown);
		}
	}

	/**
	 * Takes the exception of a failed import that the module was not told of;
	 * {@code null} if there is none.
	 */
	@Nullable Throwable takeHiddenFailure() {
		return generation().continuesAfterFailedImport() ? takeFailure() : null;
	}

	/** Takes the exception of a failed import; {@code null} if none failed. */
	@Nullable Throwable takeFailure() {
		Throwable taken = this.failure;
		this.failure = null;
		return taken;
	}

}
