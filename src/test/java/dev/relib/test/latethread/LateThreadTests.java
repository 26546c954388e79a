// SPDX-License-Identifier: Apache-2.0
package dev.relib.test.latethread;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

import dev.relib.ImportBinding;
import dev.relib.ModuleDefinition;
import dev.relib.ModuleRegistry;
import dev.relib.NativeModule;
import dev.relib.fixture.NativeFixture;
import dev.relib.module.Cleanup;
import dev.relib.module.UnloadOptions;
import dev.relib.module.UnloadReport.Outcome;
import dev.relib.module.UnloadReport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * An unload also waits for threads that destructors of the module's thread-locals start.
 */
class LateThreadTests {

	private final AtomicInteger inherited = new AtomicInteger();

	private Path library;

	@BeforeEach
	void compile(@TempDir Path directory) {
		this.library = NativeFixture.in(directory)
			.kit()
			.bindings("heir", "notary")
			.source(LateThreadTests.class, "latethread.c")
			.compile("latethread");
	}

	@Test
	void isWaitedFor() {
		UnloadReport report = loadAndUnload(Duration.ofSeconds(10), () -> {
			LockSupport.parkNanos(Duration.ofMillis(200).toNanos());
			this.inherited.incrementAndGet();
		});
		assertThat(report.outcome()).isEqualTo(Outcome.UNLOADED);
		assertThat(this.inherited).hasValue(1);
	}

	@Test
	void keepsTheLibraryIfItRunsOn() {
		CompletableFuture<?> unloaded = new CompletableFuture<>();
		UnloadReport report = loadAndUnload(Duration.ofMillis(300), () -> {
			unloaded.join();
			this.inherited.incrementAndGet();
		});
		assertThat(report.outcome()).isEqualTo(Outcome.PINNED);
		assertThat(report.describe())
			.contains("a thread that a destructor of its thread-locals has started is running");
		unloaded.complete(null);
		await().untilAsserted(() -> assertThat(this.inherited).hasValue(1));
	}

	private UnloadReport loadAndUnload(Duration forThreads, Notary notary) {
		Duration timeout = Duration.ofSeconds(10);
		try (ModuleRegistry registry = ModuleRegistry.builder()
			.unloadOptions(new UnloadOptions(timeout, timeout, forThreads, Cleanup.ALL))
			.imports(ImportBinding.of(Notary.class, notary))
			.build()) {
			NativeModule module = registry.add(new ModuleDefinition("heir", this.library));
			module.exports(Heir.class).leave();
			return module.unload();
		}
	}

}
