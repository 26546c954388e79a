// SPDX-License-Identifier: Apache-2.0
package dev.relib.test.upstream;

import java.time.Duration;
import java.util.List;

import dev.relib.failure.ModulePanicException;
import dev.relib.module.Cleanup;
import dev.relib.module.ModuleThread;
import dev.relib.module.UnloadOptions;
import dev.relib.module.UnloadReport.Outcome;
import dev.relib.module.UnloadReport.Reason;
import dev.relib.module.UnloadReport;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

class ThreadsTests {

	@Test
	void refusesTheUnloadWhileAThreadRunsAndNamesIt() {
		UnloadOptions impatient = new UnloadOptions(Duration.ofSeconds(1), Duration.ofSeconds(1), Duration.ofMillis(50),
				Cleanup.ALL);
		try (UpstreamModule module = UpstreamModule.load("unloading", impatient)) {
			module.crate.startThread();
			await()
				.untilAsserted(() -> assertThat(module.module.info().serving().threads()).extracting(ModuleThread::name)
					.containsExactly("busy"));
			List<ModuleThread> threads = module.module.info().serving().threads();
			assertThat(threads.get(0).id()).isPositive();
			UnloadReport refused = module.module.unload();
			assertThat(refused.outcome()).isEqualTo(Outcome.REFUSED);
			assertThat(refused.reason()).isEqualTo(Reason.THREADS_RUNNING);
			assertThat(refused.describe()).contains("'busy' (id " + threads.get(0).id() + ", started by ");
			module.crate.stopThread();
			assertThat(module.module.info().serving().threads()).isEmpty();
			assertThat(module.module.unload().outcome()).isEqualTo(Outcome.UNLOADED);
		}
	}

	@Test
	void runOnWhileExportsPanic() {
		try (UpstreamModule module = UpstreamModule.load("unloading")) {
			module.crate.startThread();
			for (int i = 0; i < 10; i++) {
				assertThatExceptionOfType(ModulePanicException.class).isThrownBy(() -> module.crate.panic("out of ink"))
					.withMessageContaining("out of ink");
			}
			assertThat(module.crate.greet("you")).isEqualTo("Hello, you");
			assertThat(module.module.info().serving().threads()).extracting(ModuleThread::name).containsExactly("busy");
			module.crate.stopThread();
			assertThat(module.module.unload().outcome()).isEqualTo(Outcome.UNLOADED);
		}
	}

	/**
	 * The module's own count of threads is 0 before the thread's destructors have run.
	 */
	@RepeatedTest(5)
	void waitsForADetachedThreadToBeGone() {
		try (UpstreamModule module = UpstreamModule.load("unloading")) {
			module.crate.detachThread(10);
			UnloadReport report = module.module.unload();
			assertThat(report.outcome()).isEqualTo(Outcome.UNLOADED);
			assertThat(report.duration()).isGreaterThan(Duration.ofMillis(20));
		}
	}

}
