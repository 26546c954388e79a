// SPDX-License-Identifier: Apache-2.0
package dev.relib.test.rustcrates;

import java.io.IOException;
import java.nio.file.Path;

import dev.relib.failure.LibraryOpenException;
import dev.relib.fixture.ChildJvm;
import dev.relib.module.MappedMemory;
import dev.relib.module.UnloadReport;
import dev.relib.test.ProcessFigures;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A module whose global allocator maps memory itself and keeps its heaps in
 * thread-locals.
 */
class MimallocTests {

	@Test
	void isUnmappedWithAllThatItHasMapped() {
		Path library = CrateModule.library("mimallocheap", "local_dynamic_tls");
		ChildJvm.Result result = new ChildJvm().steadyMemory("64m").run(MappedHeaps.class, library.toString());
		assertThat(result.exitCode()).as(result.output()).isZero();
	}

	/**
	 * mimalloc's thread-locals use the model initial-exec by default. The C library has a
	 * small static TLS block for that model, and a reload uses a further part of it.
	 */
	@Test
	void explainsThatTheStaticTlsBlockIsUsedUp() {
		CrateModule.library("mimallocheap", "");
		ChildJvm.Result result = new ChildJvm().run(StaticThreadLocals.class);
		assertThat(result.exitCode()).as(result.output()).isZero();
		assertThat(result.output()).contains("unloaded and loaded 50 times")
			.containsPattern(
					"reloaded [1-9]\\d* times: .*cannot allocate memory in static TLS block\\. Compile all of it"
							+ " with -ftls-model=global-dynamic \\(Rust's mimalloc: the feature local_dynamic_tls; jemalloc: .*disable_initial_exec_tls\\)\\.")
			.contains("still: text text ");
	}

	/**
	 * Reloads a module until the static TLS block is used up.
	 */
	static final class StaticThreadLocals {

		private StaticThreadLocals() {
		}

		public static void main(String[] args) throws IOException {
			try (CrateModule<MimallocHeap> module = CrateModule.load("mimallocheap", MimallocHeap.class)) {
				for (int i = 0; i < 50; i++) {
					module.exports.leak(1000);
					module.unload();
					module.module.load();
				}
				System.out.println("unloaded and loaded 50 times");
				reload(module);
				System.out.println("still: " + module.exports.repeat("text ", 2));
				module.unload();
			}
		}

		private static void reload(CrateModule<MimallocHeap> module) {
			for (int i = 0; i < 1000; i++) {
				try {
					module.module.reload();
				}
				catch (LibraryOpenException ex) {
					System.out.println("reloaded " + i + " times: " + ex.getMessage());
					return;
				}
			}
		}

	}

	/**
	 * Leaks 200 MiB in mappings of the allocator, and unloads the module.
	 */
	static final class MappedHeaps {

		private static final long LEAKED = 200L << 20;

		private MappedHeaps() {
		}

		public static void main(String[] args) throws IOException {
			long before = ProcessFigures.now("").addressSpaceKib();
			try (CrateModule<MimallocHeap> module = CrateModule.load(Path.of(args[0]), MimallocHeap.class)) {
				assertThat(module.exports.repeat("text ", 3)).isEqualTo("text text text ");
				module.exports.freeOnOtherThreads(20);
				module.exports.leak(LEAKED);
				assertThat(ProcessFigures.now("").addressSpaceKib()).isGreaterThan(before + LEAKED / 1024);
				UnloadReport report = module.unload();
				assertThat(report.leaks().bytes()).isLessThan(1 << 20);
				assertThat(report.leakReport().mappedMemory().stream().mapToLong(MappedMemory::bytes).sum())
					.isGreaterThan(LEAKED);
				assertThat(ProcessFigures.now("").addressSpaceKib()).isLessThan(before + LEAKED / 2048);
			}
		}

	}

}
