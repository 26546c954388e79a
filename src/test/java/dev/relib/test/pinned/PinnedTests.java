// SPDX-License-Identifier: Apache-2.0
package dev.relib.test.pinned;

import java.nio.file.Files;
import java.nio.file.Path;

import dev.relib.ModuleDefinition;
import dev.relib.ModuleRegistry;
import dev.relib.NativeModule;
import dev.relib.failure.ModuleClosedException;
import dev.relib.fixture.NativeFixture;
import dev.relib.module.LeakReport;
import dev.relib.module.ModuleOptions;
import dev.relib.module.ModuleState;
import dev.relib.module.UnloadReport.Outcome;
import dev.relib.module.UnloadReport.Reason;
import dev.relib.module.UnloadReport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * A library that the loader keeps mapped is reported as pinned, although dlclose
 * succeeds, and its memory is not freed.
 */
class PinnedTests {

	@TempDir
	private Path directory;

	@ParameterizedTest
	@ValueSource(strings = { "plain", "with space", "\u00fcml\u00e4ut" })
	void reportsALibraryThatStaysMapped(String name) throws Exception {
		Path copies = Files.createDirectory(this.directory.resolve(name));
		try (ModuleRegistry registry = ModuleRegistry.builder().directory(copies).build()) {
			NativeModule module = registry
				.add(new ModuleDefinition("stayer", library(), ModuleOptions.builder().unpin(false).build()));
			Stayer stayer = module.exports(Stayer.class);
			assertThat(stayer.count()).isEqualTo(1);
			UnloadReport report = module.unload();
			assertThat(report.outcome()).isEqualTo(Outcome.PINNED);
			assertThat(report.reason()).isEqualTo(Reason.STILL_MAPPED);
			assertThat(report.mappings()).isNotEmpty().allMatch((line) -> line.contains("libstayer.so"));
			assertThat(report.leakReport()).isEqualTo(LeakReport.NOT_COUNTED);
			assertThat(module.state()).isEqualTo(ModuleState.PINNED);
			assertThatExceptionOfType(ModuleClosedException.class).isThrownBy(stayer::count);
		}
	}

	@Test
	void loadsItAgainFromANewCopy() {
		try (ModuleRegistry registry = ModuleRegistry.builder().build()) {
			NativeModule module = registry
				.add(new ModuleDefinition("stayer", library(), ModuleOptions.builder().unpin(false).build()));
			Stayer stayer = module.exports(Stayer.class);
			assertThat(stayer.count()).isEqualTo(1);
			module.unload();
			module.load();
			assertThat(stayer.count()).isEqualTo(1);
		}
	}

	private Path library() {
		return NativeFixture.in(this.directory)
			.kit()
			.bindings("stayer")
			.source(PinnedTests.class, "pinned.c")
			.option("-Wl,-z,nodelete")
			.compile("stayer");
	}

}
