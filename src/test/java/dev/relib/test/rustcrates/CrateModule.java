// SPDX-License-Identifier: Apache-2.0
package dev.relib.test.rustcrates;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

import dev.relib.ModuleDefinition;
import dev.relib.ModuleRegistry;
import dev.relib.NativeModule;
import dev.relib.module.Cleanup;
import dev.relib.module.ModuleThread;
import dev.relib.module.UnloadOptions;
import dev.relib.module.UnloadReport.Outcome;
import dev.relib.module.UnloadReport;
import dev.relib.test.CargoWorkspace;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A crate of {@code native/rustcrates}, loaded as a module. Its unload waits one second
 * for its threads.
 *
 * @param <T> the export interface
 */
final class CrateModule<T> implements AutoCloseable {

	private static final CargoWorkspace WORKSPACE = new CargoWorkspace("rustcrates");

	final NativeModule module;

	final T exports;

	private final ModuleRegistry registry;

	private final String library;

	private CrateModule(Path library, Class<T> exports) {
		UnloadOptions timeouts = UnloadOptions.DEFAULT;
		this.library = library.getFileName().toString().replaceFirst("\\.so$", "");
		this.registry = ModuleRegistry.builder()
			.unloadOptions(
					new UnloadOptions(timeouts.drain(), timeouts.beforeUnload(), Duration.ofSeconds(1), Cleanup.ALL))
			.build();
		this.module = this.registry.add(new ModuleDefinition("crate", library));
		this.exports = this.module.exports(exports);
	}

	static Path library(String crate, String features) {
		return WORKSPACE.library(crate, features);
	}

	static <T> CrateModule<T> load(String crate, Class<T> exports) {
		return load(library(crate, ""), exports);
	}

	static <T> CrateModule<T> load(Path library, Class<T> exports) {
		return new CrateModule<>(library, exports);
	}

	List<ModuleThread> threads() {
		return this.module.info().serving().threads();
	}

	/**
	 * Unloads the module, and asserts that the library, its threads and its memory are
	 * gone.
	 */
	UnloadReport unload() throws IOException {
		List<ModuleThread> threads = threads();
		UnloadReport report = this.module.unload();
		assertThat(report.outcome()).as(report.toString()).isEqualTo(Outcome.UNLOADED);
		assertThat(report.mappings()).isEmpty();
		assertThat(Files.readString(Path.of("/proc/self/maps"))).doesNotContain(this.library);
		assertThat(threads)
			.noneMatch((thread) -> Files.exists(Path.of("/proc/self/task", String.valueOf(thread.id()))));
		assertThat(report.leaks().freedCount()).isEqualTo(report.leaks().count());
		assertThat(report.leakReport().unmappedCount()).isEqualTo(report.leakReport().mappedMemory().size());
		return report;
	}

	@Override
	public void close() {
		this.registry.close();
	}

}
