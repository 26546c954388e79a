// SPDX-License-Identifier: Apache-2.0
package dev.relib.test.upstream;

import dev.relib.failure.ModulePanicException;
import dev.relib.module.UnloadReport.Outcome;
import dev.relib.module.UnloadReport;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * The newest of upstream's crates. All other tests of the module are with the oldest.
 */
class NewestTests {

	private static final int MEBIBYTE = 1 << 20;

	@Test
	void servesReloadsAndLeavesNothingBehind() {
		try (UpstreamModule module = UpstreamModule.load(UpstreamCrate.newest("unloading"))) {
			assertThat(module.module.info().serving().buildInfo().get("relib")).startsWith("0.7.")
				.isNotEqualTo("0.7.0");
			use(module);
			assertUnloaded(module.module.reload().previous());
			use(module);
			assertUnloaded(module.module.unload());
			assertThat(module.host.destroyed).hasValue(2);
		}
	}

	private static void use(UpstreamModule module) {
		assertThat(module.crate.greet("Ada")).isEqualTo("Hello, Ada");
		assertThat(module.crate.ask("?")).isEqualTo("<?>");
		assertThat(module.crate.askOnAThread("?")).isEqualTo("?");
		assertThatExceptionOfType(ModulePanicException.class).isThrownBy(() -> module.crate.panic("out of paper"))
			.satisfies((ex) -> assertThat(ex.panic()).startsWith("out of paper ("));
		module.crate.threadLocals();
		module.crate.leak(MEBIBYTE);
	}

	private static void assertUnloaded(UnloadReport report) {
		assertThat(report.outcome()).as(report.toString()).isEqualTo(Outcome.UNLOADED);
		assertThat(report.leaks().bytes()).isBetween((long) MEBIBYTE, 2L * MEBIBYTE);
		assertThat(report.leaks().freedCount()).isEqualTo(report.leaks().count());
	}

}
