// SPDX-License-Identifier: Apache-2.0
package dev.relib.test.upstream;

import java.nio.file.Path;

import dev.relib.module.UnloadReport.Outcome;
import dev.relib.module.UnloadReport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class ReloadTests {

	/**
	 * Two generations are loaded at the same time: neither may keep the other one loaded.
	 */
	@Test
	void replacesTheCodeTwentyTimes(@TempDir Path directory) {
		Path library = UpstreamCrate.copy("unloading", directory.resolve("libchanging.so"));
		try (UpstreamModule module = UpstreamModule.load(library)) {
			for (int i = 0; i < 20; i++) {
				assertThat(module.crate.version()).isEqualTo(1 + i % 2);
				module.crate.leak(100_000);
				module.crate.threadLocals();
				assertThat(module.crate.backtrace()).contains("upstream/module/src/lib.rs:");
				UpstreamCrate.copy((i % 2 == 0) ? "unloading,second" : "unloading", library);
				UnloadReport report = module.module.reload().previous();
				assertThat(report.outcome()).as("reload %s", i).isEqualTo(Outcome.UNLOADED);
				assertThat(report.leaks().bytes()).isGreaterThanOrEqualTo(100_000);
				assertThat(module.host.destroyed).hasValue(i + 1);
			}
			assertThat(module.module.unload().outcome()).isEqualTo(Outcome.UNLOADED);
		}
	}

}
