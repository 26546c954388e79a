// SPDX-License-Identifier: Apache-2.0
package dev.relib.module.call;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.LongAccumulator;
import java.util.concurrent.atomic.LongAdder;

import dev.relib.module.CallDurations;
import dev.relib.module.ExportCalls;
import org.jspecify.annotations.Nullable;

/**
 * How often the exports of one module were called, in all of its generations. Threads
 * count calls in cells of their own; what is rare is counted here.
 */
public final class CallCounts {

	private final CountBlocks blocks;

	private final int module;

	/** By the index that a function has in each generation; only grows. */
	private volatile @Nullable Export[] exports = {};

	CallCounts(CountBlocks blocks) {
		this.blocks = blocks;
		this.module = blocks.module();
	}

	/** Names the functions of an interface. */
	synchronized void add(int first, List<String> names) {
		Export[] known = Arrays.copyOf(this.exports, Math.max(this.exports.length, first + names.size()));
		for (int i = 0; i < names.size(); i++) {
			if (known[first + i] == null) {
				known[first + i] = new Export(names.get(i));
			}
		}
		this.exports = known;
	}

	/**
	 * Returns the cells of a thread.
	 * @param block the thread's
	 * @param atLeast how many cells it needs
	 */
	long[] cells(CountBlock block, int atLeast) {
		return block.cells(this.module, Math.max(atLeast, this.exports.length));
	}

	void panicked(int function) {
		export(function).panics.increment();
	}

	void importFailed(int function) {
		export(function).failedImports.increment();
	}

	void took(int function, long nanos) {
		Export export = export(function);
		export.timed.increment();
		export.nanos.add(nanos);
		export.longest.accumulate(nanos);
	}

	private Export export(int function) {
		Export[] known = this.exports;
		Export export = (function < known.length) ? known[function] : null;
		if (export == null) {
			throw new IllegalStateException("function " + function + " has no name");
		}
		return export;
	}

	/**
	 * Adds up what all threads have counted.
	 * @return one for each export of the interfaces that were asked for, by name
	 */
	public List<ExportCalls> sums() {
		Export[] known = this.exports;
		long[] calls = this.blocks.sum(this.module, known.length);
		List<ExportCalls> sums = new ArrayList<>();
		for (int i = 0; i < known.length; i++) {
			Export export = known[i];
			if (export != null) {
				sums.add(new ExportCalls(export.name, calls[i], export.panics.sum(), export.failedImports.sum(),
						export.durations()));
			}
		}
		sums.sort(Comparator.comparing(ExportCalls::export));
		return sums;
	}

	/**
	 * An export, and what is rare of it.
	 */
	private static final class Export {

		final String name;

		final LongAdder panics = new LongAdder();

		final LongAdder failedImports = new LongAdder();

		final LongAdder timed = new LongAdder();

		final LongAdder nanos = new LongAdder();

		final LongAccumulator longest = new LongAccumulator(Math::max, 0);

		Export(String name) {
			this.name = name;
		}

		Optional<CallDurations> durations() {
			long calls = this.timed.sum();
			return (calls > 0) ? Optional
				.of(new CallDurations(calls, Duration.ofNanos(this.nanos.sum()), Duration.ofNanos(this.longest.get())))
					: Optional.empty();
		}

	}

}
