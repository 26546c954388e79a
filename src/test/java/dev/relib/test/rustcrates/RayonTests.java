// SPDX-License-Identifier: Apache-2.0
package dev.relib.test.rustcrates;

import java.io.IOException;

import dev.relib.module.UnloadReport;
import dev.relib.fixture.ChildJvm;
import dev.relib.module.ModuleThread;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

class RayonTests {

	@Test
	void endsAPoolOfItsOwn() throws IOException {
		try (CrateModule<RayonPool> module = CrateModule.load("rayonpool", RayonPool.class)) {
			assertThat(module.exports.sumOnTheOwnPool(1000)).isEqualTo(500_500);
			await().untilAsserted(() -> assertThat(module.threads()).extracting(ModuleThread::name)
				.containsExactlyInAnyOrder("own-0", "own-1", "own-2"));
			module.unload();
		}
	}

	/** The threads of the global pool never end, and have no names of their own. */
	@Test
	void refusesTheUnloadOnceTheGlobalPoolRuns() {
		CrateModule.library("rayonpool", "");
		ChildJvm.Result result = new ChildJvm().environment("RAYON_NUM_THREADS", "2").run(Global.class);
		assertThat(result.exitCode()).as(result.output()).isZero();
		assertThat(result.output()).containsPattern(
				"outcome: REFUSED, threads of the module are running: '[^']*' \\(id \\d+, started by [^,]*rayon_core[.\\d]*registry[^,]*\\),")
			.contains("reason: THREADS_RUNNING, 2 threads")
			.contains("still: 500500");
	}

	/**
	 * Uses the global pool in a child JVM, where the module stays loaded.
	 */
	static final class Global {

		private Global() {
		}

		public static void main(String[] args) {
			CrateModule<RayonPool> module = CrateModule.load("rayonpool", RayonPool.class);
			module.exports.sumOnTheGlobalPool(1000);
			UnloadReport report = module.module.unload();
			System.out.println("outcome: " + report.outcome() + ", " + report.describe());
			System.out.println("reason: " + report.reason() + ", " + report.threads().size() + " threads");
			System.out.println("still: " + module.exports.sumOnTheGlobalPool(1000));
		}

	}

}
