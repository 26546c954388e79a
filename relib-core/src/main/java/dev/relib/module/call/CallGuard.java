package dev.relib.module.call;

import java.util.function.Supplier;

import dev.relib.failure.ModuleException;
import dev.relib.marshal.ExportCall;
import org.jspecify.annotations.Nullable;

/**
 * The guard that every call of one module passes, and that moves the module from one
 * generation to the next.
 * <p>
 * A caller publishes its frame with a generation and then looks whether that generation
 * still serves; a drain first changes the serving generation and then looks at the
 * frames. All four are volatile, so one of both always sees the other.
 */
public final class CallGuard {

	private final CallStacks stacks;

	private final Supplier<ModuleException> closed;

	private volatile @Nullable Generation serving;

	/**
	 * Creates a closed guard.
	 * @param stacks the call stacks of all threads
	 * @param closed makes the exception that a caller gets while the guard is closed
	 */
	public CallGuard(CallStacks stacks, Supplier<ModuleException> closed) {
		this.stacks = stacks;
		this.closed = closed;
	}

	/**
	 * Lets callers onto a generation, in place of the one that served until now.
	 * @param generation the generation
	 */
	public void open(Generation generation) {
		this.serving = generation;
	}

	/**
	 * Refuses callers from now on. Calls nested in running ones still pass.
	 */
	public void close() {
		this.serving = null;
	}

	/**
	 * Whether the calling thread is inside a call of the module.
	 * @return {@code true} from an import that the module calls, on the same thread
	 */
	public boolean insideCall() {
		return innermost() != null;
	}

	/**
	 * How many threads are inside calls of a generation.
	 * @param generation the generation
	 * @return a snapshot
	 */
	public int callsInFlight(Generation generation) {
		return this.stacks.running(generation);
	}

	/**
	 * Takes the exception of an import that the running call has made.
	 * @param failure the original object
	 * @param continues whether the module goes on with a default value
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

	private @Nullable CallFrame innermost() {
		ThreadCallStack stack = this.stacks.find();
		return (stack != null) ? stack.innermost(this) : null;
	}

	/**
	 * Enters a call. One inside another call of the module stays on that one's
	 * generation, whose frames are on the stack.
	 */
	CallFrame enter() {
		ThreadCallStack stack = this.stacks.current();
		CallFrame outer = stack.innermost(this);
		if (outer != null) {
			return stack.push(this, outer.generation(), false);
		}
		Generation generation = this.serving;
		if (generation == null) {
			this.stacks.dropIfIdle(stack);
			throw this.closed.get();
		}
		return enter(stack, generation);
	}

	private CallFrame enter(ThreadCallStack stack, Generation first) {
		CallFrame frame = stack.push(this, first, false);
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
			frame.moveTo(now);
			generation = now;
		}
	}

	/**
	 * Enters a call of the host's own, whichever generation serves.
	 */
	CallFrame enter(Generation generation) {
		return this.stacks.current().push(this, generation, false);
	}

	/**
	 * Enters, on the calling thread, the call that another thread has made and waits for.
	 * Imports and nested calls find it here; it is counted there.
	 */
	CallFrame enterFor(CallFrame caller) {
		return this.stacks.current().push(this, caller.generation(), true);
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
				case ExportCall.IMPORT_FAILED -> "import failed: " + frame.takeFailure();
				default -> "panic: " + generation.takePanicMessage().orElse("no message");
			};
		}
		finally {
			exit(frame);
		}
	}

	/** Leaves the innermost call of the thread. */
	void exit(CallFrame frame) {
		ThreadCallStack stack = frame.stack();
		stack.pop(frame);
		this.stacks.dropIfIdle(stack);
	}

}
