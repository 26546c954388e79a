// SPDX-License-Identifier: Apache-2.0
package dev.relib.benchmarks;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.LongAdder;

import dev.relib.ModuleDefinition;
import dev.relib.ModuleRegistry;
import dev.relib.NativeModule;
import dev.relib.benchmarks.contract.Work;
import dev.relib.benchmarks.peer.RelibPeer;

/**
 * What callers see of reloads: each processor calls without a pause, each call is timed.
 */
final class ReloadCost {

	private final LongAdder failed = new LongAdder();

	private final Path library;

	private final int reloads;

	private Times quiet = new Times();

	private Times calls = new Times();

	private final Times durations = new Times();

	private volatile boolean ended;

	ReloadCost(Path library, int reloads) {
		this.library = library;
		this.reloads = reloads;
	}

	ReloadCost measure() throws InterruptedException {
		try (ModuleRegistry registry = ModuleRegistry.builder().imports(RelibPeer.host(() -> null)).build()) {
			NativeModule module = registry.add(new ModuleDefinition("reloads", this.library));
			Work work = module.exports(Work.class);
			underLoad(work, () -> reload(module, this.reloads / 4, new Times()));
			this.quiet = underLoad(work, () -> Thread.sleep(500));
			this.calls = underLoad(work, () -> reload(module, this.reloads, this.durations));
		}
		return this;
	}

	private static void reload(NativeModule module, int times, Times durations) {
		for (int i = 0; i < times; i++) {
			long began = System.nanoTime();
			module.reload();
			durations.add(System.nanoTime() - began);
		}
	}

	private Times underLoad(Work work, Meanwhile meanwhile) throws InterruptedException {
		List<Times> all = new ArrayList<>();
		List<Thread> callers = new ArrayList<>();
		this.ended = false;
		for (int i = 0; i < Runtime.getRuntime().availableProcessors(); i++) {
			Times times = new Times();
			Thread caller = new Thread(() -> call(work, times));
			all.add(times);
			callers.add(caller);
			caller.start();
		}
		meanwhile.run();
		this.ended = true;
		Times together = new Times();
		for (int i = 0; i < callers.size(); i++) {
			callers.get(i).join();
			together.add(all.get(i));
		}
		return together;
	}

	private void call(Work work, Times times) {
		while (!this.ended) {
			long began = System.nanoTime();
			try {
				if (work.add(20, 22) != 42) {
					this.failed.increment();
				}
			}
			catch (RuntimeException ex) {
				this.failed.increment();
			}
			times.add(System.nanoTime() - began);
		}
	}

	long failed() {
		return this.failed.sum();
	}

	String markdown() {
		return "| under load | number | p50, µs | p99, µs | p99.9, µs | most, µs | failed |\n|---|---|---|---|---|---|---|\n"
				+ row("calls without reloads", this.quiet, "0")
				+ row("calls while reloads go on", this.calls, "" + failed()) + row("reloads", this.durations, "0");
	}

	private static String row(String name, Times times, String failed) {
		return String.format(Locale.ROOT, "| %s | %,d | %,.2f | %,.2f | %,.1f | %,.0f | %s |%n", name, times.count(),
				times.at(0.5), times.at(0.99), times.at(0.999), times.at(1), failed);
	}

	/** What goes on while others call. */
	private interface Meanwhile {

		void run() throws InterruptedException;

	}

	/** Times, counted in steps of three per cent. */
	private static final class Times {

		private static final int STEPS = 32;

		private final long[] counts = new long[64 * STEPS];

		void add(long nanoseconds) {
			int power = 63 - Long.numberOfLeadingZeros(nanoseconds | STEPS);
			this.counts[power * STEPS + (int) ((nanoseconds >>> (power - 5)) & (STEPS - 1))]++;
		}

		void add(Times others) {
			Arrays.setAll(this.counts, (i) -> this.counts[i] + others.counts[i]);
		}

		long count() {
			return Arrays.stream(this.counts).sum();
		}

		/** The time in microseconds that a share of all does not exceed. */
		double at(double share) {
			long rest = (long) Math.ceil(count() * share);
			int i = 0;
			while (i < this.counts.length - 1 && (rest -= this.counts[i]) > 0) {
				i++;
			}
			return (1L << (i / STEPS)) * (1 + (i % STEPS + 1.0) / STEPS) / 1000;
		}

	}

}
