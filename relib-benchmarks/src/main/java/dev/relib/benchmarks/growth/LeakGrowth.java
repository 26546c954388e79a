// SPDX-License-Identifier: Apache-2.0
package dev.relib.benchmarks.growth;

import java.nio.file.Path;

import dev.relib.ModuleDefinition;
import dev.relib.ModuleRegistry;
import dev.relib.NativeModule;
import dev.relib.benchmarks.contract.Work;
import dev.relib.benchmarks.peer.RelibPeer;

/**
 * What an unload costs that frees what a module has left.
 */
public final class LeakGrowth {

	private static final int ROUNDS = 5;

	private LeakGrowth() {
	}

	/**
	 * Measures.
	 * @param library the module's library
	 * @param most the most blocks
	 * @return a row for each power of ten; the least time of several unloads
	 */
	public static Growth measure(Path library, int most) {
		Growth growth = new Growth("Allocations that are left at an unload", "blocks of 32 bytes", "unload, ms",
				"allocate each, ns");
		try (ModuleRegistry registry = ModuleRegistry.builder().imports(RelibPeer.host(() -> null)).build()) {
			NativeModule module = registry.add(new ModuleDefinition("leaks", library));
			Work work = module.exports(Work.class);
			module.unload();
			measure(module, work, 1000);
			for (int blocks = 1; blocks <= most; blocks *= 10) {
				growth.add(blocks, measure(module, work, blocks));
			}
		}
		return growth;
	}

	private static double[] measure(NativeModule module, Work work, int blocks) {
		long best = Long.MAX_VALUE;
		long allocation = Long.MAX_VALUE;
		for (int round = 0; round < ROUNDS; round++) {
			module.load();
			long began = System.nanoTime();
			work.leak(blocks);
			long leaked = System.nanoTime();
			if (module.unload().leaks().count() < blocks) {
				throw new IllegalStateException("leaks are not counted");
			}
			best = Math.min(best, System.nanoTime() - leaked);
			allocation = Math.min(allocation, leaked - began);
		}
		return new double[] { best / 1e6, (double) allocation / blocks };
	}

}
