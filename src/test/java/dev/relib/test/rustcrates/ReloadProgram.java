// SPDX-License-Identifier: Apache-2.0
package dev.relib.test.rustcrates;

import java.nio.file.Path;
import java.time.Duration;

import dev.relib.ModuleDefinition;
import dev.relib.ModuleRegistry;
import dev.relib.NativeModule;
import dev.relib.module.UnloadReport.Outcome;
import dev.relib.module.UnloadReport;
import dev.relib.test.PoolThreads;
import dev.relib.test.ProcessFigures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Repeatedly exercises a module on threads that outlive it and reloads it. Exits with 0
 * if nothing stays behind and the threads can end.
 */
final class ReloadProgram {

	private static final int SETTLED = 10;

	private static final int RELOADS = 30;

	private final NativeModule module;

	private final Exercise exercise;

	private final String library;

	private ReloadProgram(NativeModule module, Path library) {
		this.module = module;
		this.exercise = module.exports(Exercise.class);
		this.library = library.getFileName().toString().replaceFirst("\\.so$", "");
	}

	/** Runs with the path of the library as argument. */
	public static void main(String[] arguments) {
		try (ModuleRegistry registry = ModuleRegistry.builder().build()) {
			Path library = Path.of(arguments[0]);
			new ReloadProgram(registry.add(new ModuleDefinition("crate", library)), library).run();
			System.exit(0);
		}
		catch (Throwable ex) {
			ex.printStackTrace(System.out);
			System.exit(2);
		}
	}

	private void run() throws Exception {
		try (PoolThreads threads = new PoolThreads(4)) {
			reload(threads, SETTLED);
			ProcessFigures settled = figures();
			System.out.println("after " + SETTLED + " reloads: " + settled);
			reload(threads, RELOADS - SETTLED);
			System.out.println("after " + RELOADS + " reloads: " + figures());
			await().atMost(Duration.ofSeconds(5)).untilAsserted(() -> assertSameAs(settled));
			exercise(threads);
			UnloadReport report = this.module.unload();
			System.out.println("left by the last generation: " + report.leakReport());
			assertUnloaded(report);
			assertThat(figures().libraryMappings()).isZero();
		}
		System.out.println("the threads have ended");
	}

	private void reload(PoolThreads threads, int times) throws Exception {
		for (int i = 0; i < times; i++) {
			exercise(threads);
			assertUnloaded(this.module.reload().previous());
		}
	}

	private void exercise(PoolThreads threads) throws Exception {
		threads.onEach(() -> {
			this.exercise.exercise();
			return null;
		});
	}

	private ProcessFigures figures() {
		return ProcessFigures.now(this.library);
	}

	private static void assertUnloaded(UnloadReport report) {
		assertThat(report.outcome()).as(report.toString()).isEqualTo(Outcome.UNLOADED);
	}

	/**
	 * Tolerates a few megabytes, because the C library caches the stacks of ended
	 * threads.
	 */
	private void assertSameAs(ProcessFigures settled) {
		ProcessFigures now = figures();
		assertThat(now.descriptors()).isEqualTo(settled.descriptors());
		assertThat(now.libraryMappings()).isEqualTo(settled.libraryMappings());
		assertThat(now.addressSpaceKib()).isLessThan(settled.addressSpaceKib() + 20 * 1024);
	}

}
