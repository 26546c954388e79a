// SPDX-License-Identifier: Apache-2.0
package dev.relib.module.call;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.Arrays;

/**
 * The calls that one thread after the other has counted, of all modules. Its thread
 * writes it, anyone reads it. Numbers stay when it goes on to the next thread.
 */
final class CountBlock {

	/** Two cache lines of numbers, which keep what other threads write away. */
	private static final int PADDING = 16;

	private static final VarHandle CELL = MethodHandles.arrayElementVarHandle(long[].class);

	/** For each module, by its number, the cells that its functions are counted in. */
	private volatile Cells[] modules = {};

	/**
	 * Returns the cells of a module: one for each of its functions, which the caller has
	 * to compare with {@link #holds}.
	 * @param size how many functions there are
	 */
	long[] cells(int module, int size) {
		Cells[] known = this.modules;
		Cells last = (module < known.length) ? known[module] : null;
		if (last != null && holds(last.cells, size - 1)) {
			return last.cells;
		}
		Cells[] next = Arrays.copyOf(known, Math.max(known.length, module + 1));
		next[module] = new Cells(new long[size + PADDING], last);
		this.modules = next;
		return next[module].cells;
	}

	static boolean holds(long[] cells, int function) {
		return function < cells.length - PADDING;
	}

	/** Counts a call, and returns how many there are in the cell. */
	static long count(long[] cells, int function) {
		long calls = cells[function] + 1;
		CELL.setOpaque(cells, function, calls);
		return calls;
	}

	/** Adds the calls of a module. */
	void addTo(long[] sums, int module) {
		Cells[] known = this.modules;
		for (Cells part = (module < known.length) ? known[module] : null; part != null; part = part.before) {
			for (int function = 0; function < sums.length && holds(part.cells, function); function++) {
				sums[function] += (long) CELL.getOpaque(part.cells, function);
			}
		}
	}

	/** Takes over what another block has counted, whose thread has ended. */
	void take(CountBlock other) {
		Cells[] others = other.modules;
		for (int module = 0; module < others.length; module++) {
			if (others[module] != null) {
				long[] sums = new long[others[module].cells.length - PADDING];
				other.addTo(sums, module);
				long[] cells = cells(module, sums.length);
				for (int function = 0; function < sums.length; function++) {
					CELL.setOpaque(cells, function, cells[function] + sums[function]);
				}
			}
		}
	}

	/**
	 * Cells of a module. Frames may still use those from before it had more functions.
	 */
	private record Cells(long[] cells, Cells before) {

	}

}
