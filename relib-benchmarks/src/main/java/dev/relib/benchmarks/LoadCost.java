// SPDX-License-Identifier: Apache-2.0
package dev.relib.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

import com.sun.jna.Function;
import com.sun.jna.NativeLibrary;
import dev.relib.ModuleDefinition;
import dev.relib.ModuleRegistry;
import dev.relib.NativeModule;
import dev.relib.fixture.NativeFixture;

/**
 * What a load, the first call and an unload of a small module cost, beside a bare
 * {@code dlopen}, {@code dlsym} and {@code dlclose} of the same file, and what modules
 * cost that only sit there. Options: {@code cycles}, or {@code modules} and their number.
 */
public final class LoadCost {

	private static final int RTLD_NOW = 2;

	private static final String STATUS = "/proc/self/status";

	private LoadCost() {
	}

	/**
	 * Measures, and prints a line for each figure.
	 * @param arguments {@code cycles}, {@code modules}, or none for both; and a number
	 */
	public static void main(String[] arguments) {
		String what = (arguments.length > 0) ? arguments[0] : "all";
		int number = (arguments.length > 1) ? Integer.parseInt(arguments[1]) : 0;
		Path library = compile();
		if (!what.equals("modules")) {
			cycles(library, (number > 0) ? number : 1000);
		}
		if (!what.equals("cycles")) {
			for (int modules : (number > 0) ? new int[] { number } : new int[] { 1, 10, 100, 1000 }) {
				modules(library, modules);
			}
		}
	}

	private static Path compile() {
		return NativeFixture.in(ExportCallBenchmark.directory())
			.kit()
			.bindings("arithmetic")
			.source(LoadCost.class, "arithmetic.c")
			.option("-O2")
			.compile("arithmetic");
	}

	private static void cycles(Path library, int cycles) {
		long[] bare = new long[cycles];
		long[] load = new long[cycles];
		long[] call = new long[cycles];
		long[] unload = new long[cycles];
		try (ModuleRegistry registry = ModuleRegistry.builder().build();
				NativeLibrary process = NativeLibrary.getProcess()) {
			NativeModule module = registry.add(new ModuleDefinition("arithmetic", library));
			Arithmetic arithmetic = module.exports(Arithmetic.class);
			module.unload();
			for (int i = -2 * cycles; i < cycles; i++) {
				int at = Math.max(i, 0);
				long began = System.nanoTime();
				bare(process, library);
				long opened = System.nanoTime();
				module.load();
				long loaded = System.nanoTime();
				arithmetic.add(1, 2);
				long called = System.nanoTime();
				module.unload();
				long unloaded = System.nanoTime();
				bare[at] = opened - began;
				load[at] = loaded - opened;
				call[at] = called - loaded;
				unload[at] = unloaded - called;
			}
		}
		long[] whole = new long[cycles];
		Arrays.setAll(whole, (i) -> load[i] + call[i] + unload[i]);
		double reference = median(bare);
		print("bare dlopen cycle", bare, reference);
		print("load", load, reference);
		print("first call", call, reference);
		print("unload", unload, reference);
		print("load, call, unload", whole, reference);
	}

	private static void bare(NativeLibrary process, Path library) {
		long handle = (Long) process.getFunction("dlopen")
			.invoke(Long.class, new Object[] { library.toString(), RTLD_NOW });
		Function address = process.getFunction("dlsym");
		if ((Long) address.invoke(Long.class, new Object[] { handle, "__relib__Arithmetic_add" }) == 0) {
			throw new IllegalStateException("no export");
		}
		process.getFunction("dlclose").invokeInt(new Object[] { handle });
	}

	private static void print(String what, long[] nanos, double reference) {
		System.out.printf(Locale.ROOT, "%-20s median %7.3f ms, least %7.3f ms, %6.2f x bare%n", what,
				median(nanos) / 1e6, Arrays.stream(nanos).min().orElse(0) / 1e6, median(nanos) / reference);
	}

	private static double median(long[] values) {
		long[] sorted = values.clone();
		Arrays.sort(sorted);
		return sorted[sorted.length / 2];
	}

	private static void modules(Path library, int modules) {
		List<Path> libraries = copies(library, modules);
		long heap = heap();
		long resident = status("VmRSS:");
		long threads = status("Threads:");
		long began = System.nanoTime();
		ModuleRegistry registry = ModuleRegistry.builder().build();
		for (int i = 0; i < modules; i++) {
			registry.add(new ModuleDefinition("m" + i, libraries.get(i))).exports(Arithmetic.class).add(1, 2);
		}
		long loaded = System.nanoTime();
		long usedHeap = heap() - heap;
		long usedMemory = status("VmRSS:") - resident;
		long usedThreads = status("Threads:") - threads;
		long closing = System.nanoTime();
		registry.close();
		long closed = System.nanoTime();
		System.out.printf(Locale.ROOT,
				"%5d modules: load %7.3f ms each, close %7.3f ms each, %6.1f KiB of heap and %6.1f KiB resident each, "
						+ "%d threads more%n",
				modules, (loaded - began) / 1e6 / modules, (closed - closing) / 1e6 / modules,
				usedHeap / 1024.0 / modules, (double) usedMemory / modules, usedThreads);
		libraries.forEach((file) -> file.toFile().delete());
	}

	private static List<Path> copies(Path library, int number) {
		List<Path> copies = new ArrayList<>();
		try {
			for (int i = 0; i < number; i++) {
				copies.add(Files.copy(library, library.resolveSibling("lib" + i + "-" + System.nanoTime() + ".so")));
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return copies;
	}

	private static long heap() {
		System.gc();
		System.gc();
		return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
	}

	/** Kibibytes, or a count. */
	private static long status(String name) {
		try {
			return Files.readAllLines(Path.of(STATUS))
				.stream()
				.filter((line) -> line.startsWith(name))
				.mapToLong((line) -> Long.parseLong(line.replaceAll("[^0-9]", "")))
				.sum();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
