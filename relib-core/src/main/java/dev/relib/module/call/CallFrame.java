package dev.relib.module.call;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.Objects;

import dev.relib.marshal.ExportCall;
import org.jspecify.annotations.Nullable;

/**
 * One call on a thread's stack: the guard that it has passed, the generation that it runs
 * on, and where it leaves its outcome. Written by its thread alone; drains read the
 * generation.
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

	/** The frame below, {@code null} for the one that is below all calls. */
	private final @Nullable CallFrame outer;

	private final OutcomeBlock outcomes;

	private final int at;

	/** Made by the first call that is nested this deep, and used by all later ones. */
	private @Nullable CallFrame inner;

	private @Nullable CallGuard guard;

	private @Nullable Generation generation;

	/** Whether the call is counted where it was made, on another thread. */
	private boolean delegated;

	private @Nullable Throwable failure;

	private CallFrame(ThreadCallStack stack, @Nullable CallFrame outer, OutcomeBlock outcomes, int at) {
		this.stack = stack;
		this.outer = outer;
		this.outcomes = outcomes;
		this.at = at;
	}

	/** The frame below all calls of a thread, which runs on no generation. */
	static CallFrame bottom(ThreadCallStack stack, OutcomeBlock outcomes) {
		return new CallFrame(stack, null, outcomes, -1);
	}

	/** The frame of a call that is made from this one. */
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

	/** Fills the frame in; the stack publishes it afterwards. */
	void begin(CallGuard passed, Generation running, boolean onBehalf) {
		this.guard = passed;
		this.delegated = onBehalf;
		GENERATION.setOpaque(this, running);
	}

	/**
	 * Moves the call, which has not begun yet, to another generation. The store has to be
	 * volatile: the caller reads next which generation serves, and that read must not
	 * overtake it.
	 */
	void moveTo(Generation other) {
		GENERATION.setVolatile(this, other);
	}

	/** Holds nothing any more, after the stack has taken the frame off. */
	void end() {
		GENERATION.setOpaque(this, null);
		this.guard = null;
		this.failure = null;
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

	/** The generation that the call runs on. */
	Generation generation() {
		return Objects.requireNonNull(this.generation, "no call is running");
	}

	/** Whether a call of a generation, made by this thread, runs here; for any thread. */
	boolean runs(Generation asked) {
		return GENERATION.getVolatile(this) == asked && !this.delegated;
	}

	/** Makes the call; a call that does not get through leaves no outcome. */
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
	 * The call's outcome; reading resets it for the next call. A failed import counts
	 * even if the module has not learnt of it.
	 */
	byte takeOutcome() {
		byte outcome = this.outcomes.get(this.at);
		this.outcomes.set(this.at, ExportCall.PANICKED);
		return (this.failure != null && generation().continuesAfterFailedImport()) ? ExportCall.IMPORT_FAILED : outcome;
	}

	/**
	 * Keeps the exception of a failed import.
	 * @param continues whether the module goes on: its first exception counts then, and
	 * later ones are suppressed by it
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

	/** The exception of a failed import, if the call has seen one. */
	@Nullable Throwable takeFailure() {
		Throwable taken = this.failure;
		this.failure = null;
		return taken;
	}

}
