// SPDX-License-Identifier: Apache-2.0
package dev.relib.benchmarks.growth;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import dev.relib.ModuleDefinition;
import dev.relib.ModuleRegistry;
import dev.relib.benchmarks.contract.Work;
import dev.relib.benchmarks.peer.RelibPeer;

/**
 * What modules cost that only sit there.
 */
public final class ModuleGrowth {

	private static final int CALLS = 200_000;

	private ModuleGrowth() {
	}

	/**
	 * Measures.
	 * @param library the module's library, of which each module gets a copy
	 * @param most the most modules
	 * @return a row for each power of ten
	 */
	public static Growth measure(Path library, int most) {
		Growth growth = new Growth("Modules that are loaded", "modules", "load each, ms", "close each, ms",
				"heap each, KiB", "resident each, KiB", "threads more", "a call of the last, ns");
		figures(library, Math.min(most, 100));
		for (int modules = 1; modules <= most; modules *= 10) {
			growth.add(modules, figures(library, modules));
		}
		return growth;
	}

	private static double[] figures(Path library, int modules) {
		List<Path> copies = copies(library, modules);
		long heap = Process.heap();
		long resident = Process.status("VmRSS:");
		long threads = Process.status("Threads:");
		long began = System.nanoTime();
		ModuleRegistry registry = ModuleRegistry.builder().imports(RelibPeer.host(() -> null)).build();
		Work last = null;
		for (int i = 0; i < modules; i++) {
			last = registry.add(new ModuleDefinition("m" + i, copies.get(i))).exports(Work.class);
			last.add(1, 2);
		}
		double load = (System.nanoTime() - began) / 1e6 / modules;
		double call = call(last);
		double moreThreads = Process.status("Threads:") - threads;
		double moreHeap = (Process.heap() - heap) / 1024.0 / modules;
		double moreResident = (double) (Process.status("VmRSS:") - resident) / modules;
		long closing = System.nanoTime();
		registry.close();
		double close = (System.nanoTime() - closing) / 1e6 / modules;
		copies.forEach((file) -> file.toFile().delete());
		return new double[] { load, close, moreHeap, moreResident, moreThreads, call };
	}

	private static double call(Work work) {
		int sum = 0;
		long best = Long.MAX_VALUE;
		for (int round = 0; round < 5; round++) {
			long began = System.nanoTime();
			for (int i = 0; i < CALLS; i++) {
				sum = work.add(sum, i);
			}
			best = Math.min(best, System.nanoTime() - began);
		}
		return (double) best / CALLS;
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

}
