// SPDX-License-Identifier: Apache-2.0
package dev.relib.test.stress;

import java.nio.file.Path;

import dev.relib.ImportBinding;
import dev.relib.ModuleDefinition;
import dev.relib.ModuleRegistry;
import dev.relib.NativeModule;
import dev.relib.module.ReloadReport;
import dev.relib.module.UnloadReport.Outcome;
import dev.relib.module.UnloadReport;
import dev.relib.test.ProcessFigures;

/**
 * Repeatedly reloads a module while threads of all kinds call it. Exits with 0 if no call
 * fails and nothing stays behind.
 */
public final class StressProgram {

	private StressProgram() {
	}

	/** Runs with the path of the library and the number of reloads as arguments. */
	public static void main(String[] arguments) throws Exception {
		run(Path.of(arguments[0]), Integer.parseInt(arguments[1]));
		System.exit(0);
	}

	private static void run(Path library, int reloads) throws Exception {
		try (ModuleRegistry registry = ModuleRegistry.builder()
			.imports(ImportBinding.of(Stage.class, () -> 2))
			.build()) {
			NativeModule module = registry.add(new ModuleDefinition("stress", library));
			Callers callers = new Callers(module.exports(Stressed.class));
			callers.start();
			ProcessFigures half = null;
			long started = System.nanoTime();
			for (int i = 1; i <= reloads; i++) {
				requireUnloaded(i, module.reload());
				require(callers.failure() == null, callers.failure());
				if (i == reloads / 2) {
					half = callers.figures();
				}
			}
			double seconds = (System.nanoTime() - started) / 1e9;
			ProcessFigures end = callers.figures();
			callers.stop();
			UnloadReport report = module.unload();
			System.out.printf(
					"%d reloads in %.1f s (%.2f ms each) under %d calls, %d of them on threads of their own%n", reloads,
					seconds, seconds * 1e3 / reloads, callers.calls(), callers.shortLived());
			System.out.println("half-way: " + half);
			System.out.println("at the end: " + end);
			System.out.println("destructors of the last generation: " + report.leakReport().destructors());
			require(report.outcome() == Outcome.UNLOADED, report);
			require(ProcessFigures.now("libstress").libraryMappings() == 0, "mappings left");
			require(end.descriptors() == half.descriptors(), "descriptors differ");
			require(end.addressSpaceKib() <= half.addressSpaceKib() * 1.01, "address space grew by more than 1 %");
		}
	}

	private static void requireUnloaded(int reload, ReloadReport report) {
		UnloadReport previous = report.previous();
		require(previous != null && previous.outcome() == Outcome.UNLOADED, "reload " + reload + ": " + previous);
	}

	private static void require(boolean condition, Object problem) {
		if (!condition) {
			System.out.println("FAILED: " + problem);
			if (problem instanceof Throwable failure) {
				failure.printStackTrace(System.out);
			}
			System.exit(2);
		}
	}

}
