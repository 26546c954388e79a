package dev.relib.module;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;

import dev.relib.ModuleException;
import org.jspecify.annotations.Nullable;

/**
 * What every call of a module passes, and what moves the module from one version to the
 * next.
 * <p>
 * A caller marks its cell with a version and then looks whether that version is still the
 * current one; a drain first changes the current version and then looks at the marks. All
 * four are volatile, so one of both always sees the other.
 */
public final class Gate {

	private final ThreadLocal<Cell> cells = ThreadLocal.withInitial(this::register);

	/** Cells of platform threads, one each. */
	private final List<Cell> owned = new CopyOnWriteArrayList<>();

	/**
	 * Cells of virtual threads, taken for the time of a call: there may be a million of
	 * them, but few are inside native code at once.
	 */
	private final CellPool pool = new CellPool();

	private final Supplier<ModuleException> closed;

	private volatile @Nullable ModuleVersion current;

	/**
	 * Creates a closed gate.
	 * @param closed makes what a caller gets while the gate is closed
	 */
	public Gate(Supplier<ModuleException> closed) {
		this.closed = closed;
	}

	/**
	 * Lets callers onto a version, in place of the current one or of nothing.
	 * @param version the version, or {@code null} to close the gate
	 */
	public void open(@Nullable ModuleVersion version) {
		this.current = version;
	}

	/**
	 * Whether the calling thread is inside a call of the module.
	 * @return {@code true} from an import that the module calls, on the same thread
	 */
	public boolean insideCall() {
		Cell cell = VirtualThreads.isCurrentVirtual() ? this.pool.ofCurrentThread() : this.cells.get();
		return cell != null && cell.depth() > 0;
	}

	/**
	 * How many threads are inside calls of a version.
	 * @param version the version
	 * @return a snapshot
	 */
	public int callsInFlight(ModuleVersion version) {
		long id = version.id();
		return (int) (this.owned.stream().filter((cell) -> cell.runs(id)).count() + this.pool.running(id));
	}

	/**
	 * Takes what a failed import of the running call has thrown.
	 * @param failure the original object
	 * @param goesOn whether the module goes on with a default value
	 * @return {@code false} if the calling thread is not inside a call of the module
	 */
	boolean importFailed(Throwable failure, boolean goesOn) {
		Cell cell = VirtualThreads.isCurrentVirtual() ? this.pool.ofCurrentThread() : this.cells.get();
		if (cell == null || cell.depth() == 0) {
			return false;
		}
		cell.fail(failure, goesOn);
		return true;
	}

	Cell enter() {
		Cell cell = VirtualThreads.isCurrentVirtual() ? this.pool.take() : this.cells.get();
		if (cell.depth() > 0) {
			cell.markNested();
			return cell;
		}
		ModuleVersion version = this.current;
		while (true) {
			if (version == null) {
				leaveForGood(cell);
				throw this.closed.get();
			}
			cell.version = version;
			cell.markOutermost(version.id());
			ModuleVersion now = this.current;
			if (now == version) {
				return cell;
			}
			version = now;
			cell.unmark();
		}
	}

	/**
	 * Enters a version whether the gate lets callers onto it or not, for the host's own
	 * calls.
	 */
	Cell enter(ModuleVersion version) {
		Cell cell = this.cells.get();
		cell.version = version;
		cell.markOutermost(version.id());
		return cell;
	}

	/**
	 * Does something in the caller's place on another thread, which is inside the
	 * caller's call for that time: imports and nested calls there find the caller's cell.
	 * @param cell the cell of the call that the calling thread is inside
	 * @param thread the other thread, which is not inside a call of the module
	 */
	<T extends @Nullable Object> T lend(Cell cell, OwnerThread thread, Callable<T> work) {
		return thread.run(() -> {
			this.cells.set(cell);
			try {
				return work.call();
			}
			finally {
				this.cells.remove();
			}
		});
	}

	void exit(Cell cell) {
		cell.unmark();
		if (cell.depth() == 0) {
			leaveForGood(cell);
		}
	}

	private void leaveForGood(Cell cell) {
		cell.version = null;
		cell.forgetFailures(0);
		this.pool.giveBack(cell);
	}

	List<Cell> cells() {
		return this.owned;
	}

	/**
	 * Pools of the JDK erase the thread-locals of their idle threads: a thread without a
	 * cell may have had one.
	 */
	private Cell register() {
		Thread thread = Thread.currentThread();
		for (Cell known : this.owned) {
			if (known.owner == thread) {
				return known;
			}
		}
		Cell cell = Cell.of(thread);
		this.owned.removeIf((known) -> {
			Thread owner = known.owner;
			return owner != null && !owner.isAlive();
		});
		this.owned.add(cell);
		return cell;
	}

}
