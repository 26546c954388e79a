// SPDX-License-Identifier: Apache-2.0
package dev.relib.test.upstream;

import dev.relib.module.UnloadReport.Outcome;
import dev.relib.module.UnloadReport;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A module whose custom allocator does not return pointers of {@code malloc}: only the
 * module can free its memory.
 */
class CustomAllocatorTests {

	private static final int RELOADS = 10;

	@Test
	void freesItsLeaksInEachReload() {
		try (UpstreamModule module = UpstreamModule.load("custom_allocator")) {
			for (int i = 1; i <= RELOADS; i++) {
				assertThat(module.crate.greet("you")).isEqualTo("Hello, you");
				module.crate.leak(1 << 20);
				module.crate.threadLocals();
				assertThat(module.crate.passMemoryAround(4, 1000)).isEqualTo(4000);
				UnloadReport report = module.module.reload().previous();
				assertThat(report.outcome()).as("reload %s", i).isEqualTo(Outcome.UNLOADED);
				assertThat(report.leaks().bytes()).isBetween(1L << 20, (1L << 20) + 100_000);
				assertThat(report.leaks().freedCount()).isEqualTo(report.leaks().count());
				assertThat(module.host.destroyed).hasValue(i);
			}
			assertThat(module.module.unload().outcome()).isEqualTo(Outcome.UNLOADED);
		}
	}

}
