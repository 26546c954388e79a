// SPDX-License-Identifier: Apache-2.0
package dev.relib.test.cppunpin;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;

import dev.relib.ModuleDefinition;
import dev.relib.ModuleRegistry;
import dev.relib.NativeModule;
import dev.relib.fixture.NativeFixture;
import dev.relib.module.ModuleOptions;
import dev.relib.module.UnloadReport.Outcome;
import dev.relib.module.UnloadReport;
import dev.relib.test.CppModule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The flags that make dlclose a no-op (NODELETE, STB_GNU_UNIQUE) are removed from the
 * copy that is loaded.
 */
class UnpinTests {

	@TempDir
	private Path directory;

	@Test
	void unloadsANodeleteLibrary() throws Exception {
		Path library = nodelete();
		assertThat(outcome(library, true)).isEqualTo(Outcome.UNLOADED);
		assertThat(mapped()).isFalse();
	}

	@Test
	void keepsTheFlagIfConfigured() throws Exception {
		assertThat(outcome(nodelete(), false)).isEqualTo(Outcome.PINNED);
		assertThat(mapped()).isTrue();
	}

	@Test
	void unloadsALibraryWithUniqueSymbols() throws Exception {
		Path library = unique();
		for (int cycle = 0; cycle < 3; cycle++) {
			assertThat(outcome(library, true)).isEqualTo(Outcome.UNLOADED);
			assertThat(mapped()).isFalse();
		}
	}

	@Test
	void keepsUniqueSymbolsIfConfigured() throws Exception {
		UnloadReport report = unload(unique(), false);
		assertThat(report.outcome()).isEqualTo(Outcome.PINNED);
		assertThat(report.detail()).contains("unique symbols", "relib.unpin");
		assertThat(mapped()).isTrue();
	}

	private Outcome outcome(Path library, boolean unpin) throws Exception {
		return unload(library, unpin).outcome();
	}

	private UnloadReport unload(Path library, boolean unpin) throws Exception {
		try (ModuleRegistry registry = ModuleRegistry.builder().directory(this.directory).build()) {
			NativeModule module = registry
				.add(new ModuleDefinition("single", library, ModuleOptions.builder().unpin(unpin).build()));
			assertThat(module.exports(OneOnly.class).count()).isEqualTo(1);
			assertThat(module.info().serving().sha256()).isEqualTo(sha256(library));
			return module.unload();
		}
	}

	/**
	 * The first registry of a process opens librelib_rt in its directory, and keeps it.
	 */
	private boolean mapped() throws IOException {
		return Files.readAllLines(Path.of("/proc/self/maps"))
			.stream()
			.anyMatch((line) -> line.contains(this.directory.toString()) && !line.contains("librelib_rt"));
	}

	private static String sha256(Path library) throws Exception {
		return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(library)));
	}

	private Path nodelete() {
		return NativeFixture.in(this.directory)
			.kit()
			.bindings("one_only")
			.source("single_module.c",
					"#include \"one_only.h\"\nRELIB_MODULE(\"1.0.0\", RELIB_CONTRACT_ONE_ONLY)\n"
							+ "int32_t one_only_count(void) { static int32_t count; return ++count; }\n")
			.option("-Wl,-z,nodelete")
			.compile("single");
	}

	private Path unique() {
		return CppModule.compileWithoutVersionScript(this.directory, "cppunpin", "one_only");
	}

}
