package dev.relib.module;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.Objects;
import java.util.Optional;

import dev.relib.link.ExportCall;
import dev.relib.os.NativeMemory;
import dev.relib.runtime.ModuleRuntime;
import org.jspecify.annotations.Nullable;

/**
 * One thread's mark at one gate: which version it runs on, and how deep. Written by its
 * owner alone, read by whoever drains.
 * <p>
 * The mark is {@code version id << 16 | depth}. Its outermost entry has to be a volatile
 * store: with a release store the following read of the gate's version may overtake it,
 * and a drain would miss the call.
 */
final class Cell {

	static final int MAX_DEPTH = 512;

	private static final int PANIC_MESSAGE_SIZE = 1024;

	private static final int DEPTH_BITS = 16;

	private static final long DEPTH_MASK = (1L << DEPTH_BITS) - 1;

	private static final VarHandle MARK;

	static {
		try {
			MARK = MethodHandles.lookup().findVarHandle(Cell.class, "mark", long.class);
		}
		catch (ReflectiveOperationException ex) {
			throw new ExceptionInInitializerError(ex);
		}
	}

	private volatile long mark;

	/** The owner; {@code null} while a pooled cell is free. */
	volatile @Nullable Thread owner;

	/** The version of the outermost running call; touched by the owner only. */
	@Nullable ModuleVersion version;

	/** What failed imports have thrown, innermost first; touched by the owner only. */
	private @Nullable FailedCall failed;

	/** One outcome byte for each depth. */
	private final NativeMemory outcomes = NativeMemory.allocate(MAX_DEPTH);

	/** Allocated beforehand, see {@link ModuleRuntime#takePanicMessage}. */
	private final NativeMemory panicMessage = NativeMemory.allocate(PANIC_MESSAGE_SIZE);

	/** Whether the cell goes back to a pool after the call. */
	final boolean pooled;

	private Cell(@Nullable Thread owner, boolean pooled) {
		this.owner = owner;
		this.pooled = pooled;
	}

	static Cell of(Thread owner) {
		return new Cell(owner, false);
	}

	static Cell pooled() {
		return new Cell(null, true);
	}

	/** The number of running calls of the owner, by the owner. */
	int depth() {
		return (int) ((long) MARK.get(this) & DEPTH_MASK);
	}

	/** Enters the outermost call, on a version that the caller then checks. */
	void markOutermost(long versionId) {
		MARK.setVolatile(this, versionId << DEPTH_BITS | 1);
	}

	/** Enters a call inside a call: it stays on the outer call's version. */
	void markNested() {
		long marked = (long) MARK.get(this);
		if ((marked & DEPTH_MASK) == MAX_DEPTH) {
			throw new IllegalStateException("calls are nested deeper than " + MAX_DEPTH);
		}
		this.outcomes.putByte((int) (marked & DEPTH_MASK), (byte) 0);
		MARK.setRelease(this, marked + 1);
		forgetFailures(depth());
	}

	/** Leaves the innermost call. */
	void unmark() {
		MARK.setRelease(this, (long) MARK.get(this) - 1);
	}

	/** Whether a call of a version runs here, by any thread. */
	boolean runs(long versionId) {
		long marked = (long) MARK.getVolatile(this);
		return (marked & DEPTH_MASK) != 0 && marked >>> DEPTH_BITS == versionId;
	}

	/** Makes the innermost call; a call that does not get through leaves no outcome. */
	@Nullable Object call(ExportCall call, @Nullable Object[] arguments) {
		int at = depth() - 1;
		try {
			return call.call(this.outcomes, at, arguments);
		}
		catch (Throwable ex) {
			this.outcomes.putByte(at, ExportCall.PANICKED);
			throw ex;
		}
	}

	/**
	 * The innermost call's outcome; reading resets it for the next call. A failed import
	 * counts even if the module has not learnt of it.
	 */
	byte takeOutcome() {
		int at = depth() - 1;
		byte outcome = this.outcomes.getByte(at);
		this.outcomes.putByte(at, ExportCall.PANICKED);
		return (hasFailed() && version().goesOnAfterFailedImport()) ? ExportCall.IMPORT_FAILED : outcome;
	}

	Optional<String> takePanicMessage(ModuleRuntime runtime) {
		return runtime.takePanicMessage(this.panicMessage, PANIC_MESSAGE_SIZE);
	}

	/** The version that the running call is on. */
	ModuleVersion version() {
		return Objects.requireNonNull(this.version, "no call is running");
	}

	/**
	 * Keeps what a failed import of the innermost call has thrown.
	 * @param goesOn whether the module goes on: what was thrown first counts then
	 */
	void fail(Throwable failure, boolean goesOn) {
		if (goesOn && hasFailed()) {
			Throwable first = takeFailure();
			if (first != null && first != failure) {
				first.addSuppressed(failure);
			}
			failure = (first != null) ? first : failure;
		}
		forgetFailures(depth());
		this.failed = new FailedCall(depth(), failure, this.failed);
	}

	private boolean hasFailed() {
		return this.failed != null && this.failed.depth == depth();
	}

	/** What a failed import of the innermost call has thrown. */
	@Nullable Throwable takeFailure() {
		FailedCall innermost = this.failed;
		if (innermost == null || innermost.depth != depth()) {
			return null;
		}
		this.failed = innermost.outer;
		return innermost.failure;
	}

	/** Forgets what calls of at least this depth have left. */
	void forgetFailures(int depth) {
		while (this.failed != null && this.failed.depth >= depth) {
			this.failed = this.failed.outer;
		}
	}

	private record FailedCall(int depth, Throwable failure, @Nullable FailedCall outer) {

	}

}
