// SPDX-License-Identifier: Apache-2.0
package dev.relib.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.Locale;
import java.util.StringJoiner;

import dev.relib.ModuleDefinition;
import dev.relib.ModuleRegistry;
import dev.relib.NativeModule;
import dev.relib.benchmarks.contract.Work;
import dev.relib.benchmarks.peer.JniPeer;
import dev.relib.benchmarks.peer.RelibPeer;

/**
 * What a load, the first call and an unload of a small module cost, warm, beside a bare
 * {@code dlopen}, {@code dlsym} and {@code dlclose} of the same file by JNI.
 */
final class LoadCost {

	private final Path library;

	private final Path bareLibrary;

	private final int cycles;

	private final long[] bare;

	private final long[] load;

	private final long[] call;

	private final long[] unload;

	LoadCost(Path library, int cycles) throws IOException {
		this.library = library;
		this.bareLibrary = library.resolveSibling("libbare.so");
		// What is written by hand for JNI needs the library itself, which stays open.
		Files.copy(library, this.bareLibrary, StandardCopyOption.REPLACE_EXISTING);
		this.cycles = cycles;
		this.bare = new long[cycles];
		this.load = new long[cycles];
		this.call = new long[cycles];
		this.unload = new long[cycles];
	}

	/** Measures, after twice as many cycles to warm up. */
	LoadCost measure() {
		try (ModuleRegistry registry = ModuleRegistry.builder().imports(RelibPeer.host(() -> null)).build()) {
			NativeModule module = registry.add(new ModuleDefinition("cycles", this.library));
			Work work = module.exports(Work.class);
			module.unload();
			for (int i = -2 * this.cycles; i < this.cycles; i++) {
				cycle(module, work, Math.max(i, 0));
			}
		}
		return this;
	}

	private void cycle(NativeModule module, Work work, int at) {
		long began = System.nanoTime();
		JniPeer.openAndClose(this.bareLibrary);
		long opened = System.nanoTime();
		module.load();
		long loaded = System.nanoTime();
		work.add(1, 2);
		long called = System.nanoTime();
		module.unload();
		long unloaded = System.nanoTime();
		this.bare[at] = opened - began;
		this.load[at] = loaded - opened;
		this.call[at] = called - loaded;
		this.unload[at] = unloaded - called;
	}

	/** The median of a cycle in milliseconds. */
	double cycle() {
		return median(whole());
	}

	/**
	 * The figures as a table.
	 * @param upstream the median of upstream's own host; not a number if it was not run
	 */
	String markdown(double upstream) {
		StringJoiner table = new StringJoiner("\n", "", "\n");
		table.add("| load → first call → unload, warm | median, ms | least, ms |\n|---|---|---|");
		long[] whole = whole();
		row(table, "this project", whole);
		row(table, "… load", this.load);
		row(table, "… first call", this.call);
		row(table, "… unload", this.unload);
		row(table, "bare dlopen, dlsym, call, dlclose of the same library by JNI", this.bare);
		table.add(String.format(Locale.ROOT, "| upstream's own Rust host with its own module | %.3f | |", upstream));
		return table.toString();
	}

	private static void row(StringJoiner table, String name, long[] nanoseconds) {
		table.add(String.format(Locale.ROOT, "| %s | %.3f | %.3f |", name, median(nanoseconds),
				Arrays.stream(nanoseconds).min().orElseThrow() / 1e6));
	}

	private long[] whole() {
		long[] whole = new long[this.cycles];
		Arrays.setAll(whole, (i) -> this.load[i] + this.call[i] + this.unload[i]);
		return whole;
	}

	private static double median(long[] nanoseconds) {
		long[] sorted = nanoseconds.clone();
		Arrays.sort(sorted);
		return sorted[sorted.length / 2] / 1e6;
	}

}
