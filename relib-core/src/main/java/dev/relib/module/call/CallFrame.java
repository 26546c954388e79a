// SPDX-License-Identifier: Apache-2.0
package dev.relib.module.call;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.Objects;

import dev.relib.facade.RelibFrame;
import dev.relib.facade.RelibMemory;
import dev.relib.marshal.DirectExport;
import dev.relib.marshal.ExportCall;
import dev.relib.os.LentMemory;
import org.jspecify.annotations.Nullable;

/**
 * One call on a thread's stack: the guard that it has passed, its generation, and its
 * outcome. Its thread writes it; drains on other threads read the generation.
 */
final class CallFrame extends RelibFrame {

	private static final String NO_CALL = "no call is running";

	private static final VarHandle GENERATION;

	private static final VarHandle INNER;

	static {
		try {
			INNER = MethodHandles.lookup().findVarHandle(CallFrame.class, "inner", CallFrame.class);
			GENERATION = MethodHandles.lookup().findVarHandle(CallFrame.class, "generation", Generation.class);
		}
		catch (ReflectiveOperationException ex) {
			throw new ExceptionInInitializerError(ex);
		}
	}

	private final ThreadCallStack stack;

	/** The frame below; {@code null} for an outermost call. */
	private final @Nullable CallFrame outer;

	/** Has the memory of the outcome. */
	private final OutcomeBlock outcomes;

	private final int at;

	private final long outcome;

	/** How many calls there are up to this one. */
	private final int depth;

	/** Created by the first call that is nested this deep and reused by later ones. */
	private @Nullable CallFrame inner;

	/** Those of the last call stay: most calls find what they would write. */
	private @Nullable CallGuard guard;

	private @Nullable Generation generation;

	/** Whether there is more to clear at the end than there is of most calls. */
	private boolean untidy;

	/** Whether the call is counted on the stack of the thread that made it. */
	private boolean delegated;

	/** Where the thread says that it stays in Java's state; 0 if it does not. */
	private long critical;

	/** The thread's cells for the guard's module. */
	private long[] counts = {};

	/** A call is timed if its number has none of these bits. */
	private final long timing;

	/** The function that is called, or was called last. */
	private int function;

	private boolean timed;

	private long started;

	private @Nullable Throwable failure;

	/** Of the calls that are nested this deep; made by the first that needs some. */
	private @Nullable CallMemory memory;

	/** How much scratch memory outer calls use; negative if this call uses none. */
	private int scratchBefore = -1;

	private CallFrame(ThreadCallStack stack, @Nullable CallFrame outer, OutcomeBlock outcomes, int at, long timing) {
		this.timing = timing;
		this.stack = stack;
		this.outer = outer;
		this.outcomes = outcomes;
		this.at = at;
		this.outcome = outcomes.address(at);
		this.depth = (outer != null) ? outer.depth + 1 : 1;
	}

	/** Creates the frame of a thread's outermost calls. */
	static CallFrame outermost(ThreadCallStack stack, OutcomeBlock outcomes, long timing) {
		return new CallFrame(stack, null, outcomes, 0, timing);
	}

	/** Returns the frame of a call that is nested in this one. */
	CallFrame inner() {
		CallFrame next = this.inner;
		if (next == null) {
			boolean full = this.at + 1 == OutcomeBlock.SIZE;
			next = new CallFrame(this.stack, this, full ? this.stack.moreOutcomes() : this.outcomes,
					full ? 0 : this.at + 1, this.timing);
			INNER.setRelease(this, next);
		}
		return next;
	}

	/** Returns that frame on any thread; {@code null} if there was no such call. */
	@Nullable CallFrame innerNow() {
		return (CallFrame) INNER.getAcquire(this);
	}

	/** Whether the last call was one of this generation. */
	boolean isReadyFor(Generation next) {
		return this.generation == next;
	}

	/** Fills the frame, before the call is marked or before its mark is repeated. */
	void begin(CallGuard passed, Generation running) {
		if (this.generation != running) {
			this.guard = passed;
			this.counts = this.stack.cells(passed, 0);
			GENERATION.setOpaque(this, running);
		}
	}

	/** Has the call counted on the thread that made it. Before it is marked. */
	void delegate() {
		this.delegated = true;
		this.untidy = true;
	}

	boolean isUntidy() {
		return this.untidy;
	}

	/** Clears what few calls have, after the mark is gone. */
	void tidy() {
		this.untidy = false;
		this.delegated = false;
		this.failure = null;
		if (this.timed) {
			this.timed = false;
			guard().counts().took(this.function, System.nanoTime() - this.started);
		}
		if (this.critical != 0) {
			LentMemory.putByte(this.critical, (byte) 0);
			this.critical = 0;
		}
		if (this.memory != null) {
			this.memory.release();
		}
		if (this.scratchBefore >= 0) {
			this.stack.giveBackScratch(this.scratchBefore);
			this.scratchBefore = -1;
		}
	}

	/** Forgets, on any thread, a generation that serves no more if it was the last. */
	void forget(Generation gone) {
		GENERATION.compareAndSet(this, gone, (Generation) null);
	}

	/**
	 * Takes native memory for arguments and results, which is this thread's alone until
	 * the call ends: {@link CallGuard#exit} gives all of it back. Only for the innermost
	 * call.
	 * @param bytes how many; the content is undefined
	 * @return an address, a multiple of 16; 0 if so much is not left, and the caller has
	 * to get it from the C library
	 */
	long scratch(int bytes) {
		ScratchMemory memory = this.stack.scratch();
		if (memory == null) {
			return 0;
		}
		if (this.scratchBefore < 0) {
			this.scratchBefore = memory.used();
			this.untidy = true;
		}
		return memory.take(bytes);
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
		return Objects.requireNonNull(this.generation, NO_CALL);
	}

	/**
	 * Tells, on any thread, whether this is a call of a generation that is counted here.
	 */
	boolean runs(Generation asked) {
		return GENERATION.getVolatile(this) == asked && !this.delegated;
	}

	@Override
	public long function(int function) {
		this.function = function;
		return generation().address(function);
	}

	@Override
	public long free(int function) {
		return generation().freeAddress(function);
	}

	@Override
	public boolean returned() {
		return LentMemory.getByte(this.outcome) == ExportCall.RETURNED;
	}

	@Override
	public RelibMemory memory() {
		CallMemory known = this.memory;
		if (known == null) {
			known = new CallMemory(this, this.stack.texts());
			this.memory = known;
		}
		this.untidy = true;
		return known;
	}

	@Override
	public void exit() {
		guard().exit(this);
	}

	private CallGuard guard() {
		return Objects.requireNonNull(this.guard, NO_CALL);
	}

	/** Counts a call of a function that is about to be made the general way. */
	void count(int called) {
		this.function = called;
		count();
	}

	private void count() {
		if (!CountBlock.holds(this.counts, this.function)) {
			this.counts = this.stack.cells(guard(), this.function + 1);
		}
		if ((CountBlock.count(this.counts, this.function) & this.timing) == 0) {
			this.started = System.nanoTime();
			this.timed = true;
			this.untidy = true;
		}
	}

	@Override
	public boolean critical() {
		long flag = this.stack.criticalFlag();
		if (flag == 0) {
			return false;
		}
		this.critical = flag;
		this.untidy = true;
		LentMemory.putByte(flag, (byte) 1);
		return true;
	}

	/** Makes the call. */
	@Nullable Object call(ExportCall call, @Nullable Object[] arguments) {
		if (call instanceof DirectExport export) {
			ExportCall critical = export.critical();
			if (critical != null && critical()) {
				return critical.call(freshOutcome(), arguments);
			}
		}
		return call.call(freshOutcome(), arguments);
	}

	/** A generated facade asks for it once in each call that it makes itself. */
	@Override
	public long outcome() {
		count();
		return freshOutcome();
	}

	/**
	 * Returns the address of the outcome byte, after it was reset for the call that
	 * follows: each call needs it anew.
	 */
	private long freshOutcome() {
		LentMemory.putByte(this.outcome, ExportCall.PANICKED);
		return this.outcome;
	}

	/**
	 * Returns the outcome of the last call. A failed import counts even if the module was
	 * not told of it.
	 */
	byte takeOutcome() {
		byte outcome = LentMemory.getByte(this.outcome);
		return (this.failure != null && generation().continuesAfterFailedImport()) ? ExportCall.IMPORT_FAILED : outcome;
	}

	/**
	 * Keeps the exception of a failed import.
	 * @param continues whether the module continues with a default value: the first
	 * exception is kept then, and suppresses later ones
	 */
	void fail(Throwable thrown, boolean continues) {
		this.untidy = true;
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
