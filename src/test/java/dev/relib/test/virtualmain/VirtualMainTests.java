// SPDX-License-Identifier: Apache-2.0
package dev.relib.test.virtualmain;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.IntSupplier;

import dev.relib.ImportBinding;
import dev.relib.ModuleDefinition;
import dev.relib.ModuleRegistry;
import dev.relib.NativeModule;
import dev.relib.failure.MainFailedException;
import dev.relib.fixture.NativeFixture;
import dev.relib.module.ModuleOptions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

/**
 * A main function can call imports and exports, whether the load runs on a platform
 * thread or on a virtual thread.
 */
@Timeout(60)
class VirtualMainTests {

	@TempDir
	private Path directory;

	private ModuleRegistry registry;

	private NativeModule module;

	private volatile IntSupplier start = () -> 0;

	@BeforeEach
	void load() {
		Path library = NativeFixture.in(this.directory)
			.kit()
			.bindings("started", "starter")
			.source(VirtualMainTests.class, "virtualmain.c")
			.compile("started");
		this.registry = ModuleRegistry.builder()
			.imports(ImportBinding.of(Starter.class, () -> this.start.getAsInt()))
			.build();
		this.module = this.registry
			.add(new ModuleDefinition("started", library, ModuleOptions.builder().main(true).build()));
		this.module.exports(Started.class);
	}

	@AfterEach
	void leavesNothing() throws Exception {
		this.registry.close();
		assertThat(Files.readString(Path.of("/proc/self/maps"))).doesNotContain("libstarted");
	}

	@ParameterizedTest
	@ValueSource(booleans = { false, true })
	void losesNoExceptionOfAnImport(boolean virtual) {
		assumeThereAreThreadsOf(virtual);
		this.start = () -> {
			throw new IllegalStateException("the import's own words");
		};
		assertThatThrownBy(() -> reload(virtual)).hasCauseInstanceOf(MainFailedException.class)
			.hasMessageContaining("import failed: java.lang.IllegalStateException: the import's own words");
	}

	@ParameterizedTest
	@ValueSource(booleans = { false, true })
	void mayBeCalledBack(boolean virtual) throws Exception {
		this.start = () -> this.module.exports(Started.class).work(2);
		reload(virtual);
		assertThat(this.module.exports(Started.class).work(0)).isEqualTo(82);
	}

	@ParameterizedTest
	@ValueSource(booleans = { false, true })
	void mayBeCalledBackDuringTheFirstLoad(boolean virtual) throws Exception {
		this.module.unload();
		this.start = () -> this.module.exports(Started.class).work(2);
		run(virtual, this.module::load);
		assertThat(this.module.exports(Started.class).work(0)).isEqualTo(82);
	}

	private void reload(boolean virtual) throws Exception {
		run(virtual, this.module::reload);
	}

	private static void assumeThereAreThreadsOf(boolean virtual) {
		assumeThat(Runtime.version().feature()).isGreaterThanOrEqualTo(virtual ? 21 : 17);
	}

	private static void run(boolean virtual, Runnable work) throws Exception {
		CompletableFuture<Void> done = new CompletableFuture<>();
		Runnable job = () -> {
			try {
				work.run();
				done.complete(null);
			}
			catch (Throwable ex) {
				done.completeExceptionally(ex);
			}
		};
		if (virtual) {
			assumeThereAreThreadsOf(virtual);
			Thread.class.getMethod("startVirtualThread", Runnable.class).invoke(null, job);
		}
		else {
			new Thread(job).start();
		}
		try {
			done.get(30, TimeUnit.SECONDS);
		}
		catch (ExecutionException ex) {
			throw ex;
		}
	}

}
