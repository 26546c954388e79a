// SPDX-License-Identifier: Apache-2.0
package dev.relib.test.upstream;

import java.util.ArrayList;
import java.util.List;

import dev.relib.module.UnloadReport;
import dev.relib.module.UnloadReport.Outcome;
import dev.relib.module.UnloadReport.Reason;
import dev.relib.test.PoolThreads;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Operations of a module run one after another, whichever threads request them.
 */
class ConcurrentOperationsTests {

	private static final int THREADS = 8;

	@Test
	void unloadOnceHoweverManyThreadsTry() throws Exception {
		try (UpstreamModule module = UpstreamModule.load("unloading"); PoolThreads threads = new PoolThreads(THREADS)) {
			for (int i = 0; i < 5; i++) {
				module.crate.leak(1000);
				List<Object> results = new ArrayList<>(threads.onEach(() -> unload(module)));
				assertThat(results.remove((Object) Outcome.UNLOADED)).isTrue();
				assertThat(results).hasSize(THREADS - 1).containsOnly(Reason.NOT_LOADED);
				module.module.load();
			}
		}
	}

	@Test
	void reloadOneAfterTheOther() throws Exception {
		try (UpstreamModule module = UpstreamModule.load("unloading"); PoolThreads threads = new PoolThreads(THREADS)) {
			assertThat(threads.onEach(() -> module.module.reload().previous().outcome()))
				.containsOnly(Outcome.UNLOADED);
			assertThat(module.module.info().serving().id()).isEqualTo(1 + THREADS);
		}
	}

	private static Object unload(UpstreamModule module) {
		UnloadReport report = module.module.unload();
		return (report.outcome() != Outcome.REFUSED) ? report.outcome() : report.reason();
	}

}
