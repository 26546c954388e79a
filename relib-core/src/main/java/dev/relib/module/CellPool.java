package dev.relib.module;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.Arrays;

import org.jspecify.annotations.Nullable;

/**
 * Cells for virtual threads. Doubles when full, and never shrinks: its size is that of
 * the largest crowd inside the module.
 */
final class CellPool {

	private static final VarHandle OWNER;

	static {
		try {
			OWNER = MethodHandles.lookup().findVarHandle(Cell.class, "owner", Thread.class);
		}
		catch (ReflectiveOperationException ex) {
			throw new ExceptionInInitializerError(ex);
		}
	}

	private volatile Cell[] cells = {};

	/**
	 * The current thread's own cell, if it is inside a call, or else a free one.
	 */
	Cell take() {
		Cell own = ofCurrentThread();
		if (own != null) {
			return own;
		}
		Thread thread = Thread.currentThread();
		while (true) {
			Cell[] known = this.cells;
			int start = (known.length == 0) ? 0 : (int) (thread.getId() & (known.length - 1));
			for (int i = 0; i < known.length; i++) {
				Cell cell = known[(start + i) & (known.length - 1)];
				if (cell.owner == null && OWNER.compareAndSet(cell, null, thread)) {
					return cell;
				}
			}
			grow(known);
		}
	}

	@Nullable Cell ofCurrentThread() {
		Thread thread = Thread.currentThread();
		for (Cell cell : this.cells) {
			if (cell.owner == thread) {
				return cell;
			}
		}
		return null;
	}

	/**
	 * Does nothing to a cell that is not of this pool.
	 */
	void giveBack(Cell cell) {
		if (cell.pooled) {
			cell.owner = null;
		}
	}

	long running(long versionId) {
		return Arrays.stream(this.cells).filter((cell) -> cell.runs(versionId)).count();
	}

	private synchronized void grow(Cell[] full) {
		if (this.cells != full) {
			return;
		}
		Cell[] larger = Arrays.copyOf(full, Math.max(8, full.length * 2));
		for (int i = full.length; i < larger.length; i++) {
			larger[i] = Cell.pooled();
		}
		this.cells = larger;
	}

}
