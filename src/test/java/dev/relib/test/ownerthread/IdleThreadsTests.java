// SPDX-License-Identifier: Apache-2.0
package dev.relib.test.ownerthread;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;

import dev.relib.ModuleDefinition;
import dev.relib.ModuleRegistry;
import dev.relib.NativeModule;
import dev.relib.fixture.NativeFixture;
import dev.relib.fixture.OnOneJdk;
import dev.relib.module.ModuleOptions;
import dev.relib.module.Threading;
import dev.relib.module.UnloadReport.Outcome;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Modules that nobody calls keep no thread each.
 */
@OnOneJdk
class IdleThreadsTests {

	private static final int MODULES = 12;

	@TempDir
	private Path directory;

	private Path library;

	@BeforeEach
	void compile() {
		this.library = NativeFixture.in(this.directory)
			.kit()
			.source("idle.c", "#include \"relib_module.h\"\nRELIB_MODULE(\"1.0.0\", \"\")\n")
			.compile("idle");
	}

	@Test
	void modulesThatTakeTurnsShareOneThread() throws IOException {
		int before = owners();
		try (ModuleRegistry registry = ModuleRegistry.builder().build()) {
			List<NativeModule> modules = load(registry, ModuleOptions.DEFAULT);
			assertThat(owners() - before).isLessThanOrEqualTo(1);
			assertThat(modules.get(0).reload().previous().outcome()).isEqualTo(Outcome.UNLOADED);
			assertThat(owners() - before).isLessThanOrEqualTo(1);
		}
		Awaitility.await().until(() -> owners() <= before);
	}

	@Test
	void modulesThatNeedTheirThreadKeepIt() throws IOException {
		int before = owners();
		try (ModuleRegistry registry = ModuleRegistry.builder().build()) {
			load(registry, ModuleOptions.builder().threading(Threading.OWNER).build());
			assertThat(owners() - before).isGreaterThanOrEqualTo(MODULES);
		}
		Awaitility.await().until(() -> owners() <= before);
	}

	private List<NativeModule> load(ModuleRegistry registry, ModuleOptions options) throws IOException {
		List<Path> libraries = IntStream.range(0, MODULES)
			.mapToObj((i) -> this.directory.resolve("lib" + i + ".so"))
			.toList();
		for (Path copy : libraries) {
			Files.copy(this.library, copy);
		}
		return IntStream.range(0, MODULES)
			.mapToObj((i) -> registry.add(new ModuleDefinition("m" + i, libraries.get(i), options)))
			.toList();
	}

	private static int owners() {
		return (int) Thread.getAllStackTraces()
			.keySet()
			.stream()
			.filter((thread) -> thread.getName().startsWith("relib-owner"))
			.count();
	}

}
