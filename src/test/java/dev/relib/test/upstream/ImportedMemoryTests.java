// SPDX-License-Identifier: Apache-2.0
package dev.relib.test.upstream;

import dev.relib.module.UnloadReport.Outcome;
import dev.relib.module.UnloadReport;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A module copies what an import returns, and gives the memory back to the host.
 */
class ImportedMemoryTests {

	private static final int MEBIBYTE = 1 << 20;

	@Test
	void isGivenBack() throws Exception {
		try (UpstreamModule module = UpstreamModule.load("unloading")) {
			assertThat(module.crate.sumOfHostBytes(0)).isZero();
			assertThat(module.crate.sumOfHostBytes(MEBIBYTE)).isEqualTo(MEBIBYTE);
			long before = Memory.addressSpace();
			for (int i = 0; i < 10; i++) {
				assertThat(module.crate.sumOfHostBytes(50 * MEBIBYTE)).isEqualTo(50 * MEBIBYTE);
			}
			assertThat(Memory.addressSpace() - before).isLessThan(100L * MEBIBYTE);
			UnloadReport report = module.module.unload();
			assertThat(report.outcome()).isEqualTo(Outcome.UNLOADED);
			assertThat(report.leaks().bytes()).isLessThan(MEBIBYTE);
		}
	}

}
