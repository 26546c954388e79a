// SPDX-License-Identifier: Apache-2.0
package dev.relib.test.slowend;

import java.nio.file.Path;
import java.time.Duration;

import dev.relib.ModuleDefinition;
import dev.relib.ModuleRegistry;
import dev.relib.NativeModule;
import dev.relib.fixture.NativeFixture;
import dev.relib.module.Cleanup;
import dev.relib.module.ModuleThread;
import dev.relib.module.UnloadOptions;
import dev.relib.module.UnloadReport.Outcome;
import dev.relib.module.UnloadReport.Reason;
import dev.relib.module.UnloadReport;
import dev.relib.test.ModuleRecords;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * A thread has ended only when the kernel has removed it: destructors run after its
 * function has returned.
 */
class SlowEndTests {

	private static Path library;

	private final ModuleRecords records = new ModuleRecords("slowend");

	private ModuleRegistry registry;

	private NativeModule module;

	private SlowEnder ender;

	@BeforeAll
	static void compile(@TempDir Path directory) {
		library = NativeFixture.in(directory)
			.kit()
			.bindings("slow_ender")
			.source(SlowEndTests.class, "slowend.c")
			.compile("slowend");
	}

	private void load(Duration threads) {
		UnloadOptions usual = UnloadOptions.DEFAULT;
		this.registry = ModuleRegistry.builder()
			.unloadOptions(new UnloadOptions(usual.drain(), usual.beforeUnload(), threads, Cleanup.ALL))
			.build();
		this.module = this.registry.add(new ModuleDefinition("slowend", library));
		this.ender = this.module.exports(SlowEnder.class);
	}

	@AfterEach
	void close() {
		this.records.close();
		this.registry.close();
	}

	@Test
	void isWaitedForOnADetachedThread() {
		load(UnloadOptions.DEFAULT.threads());
		this.ender.detach(500);
		await().untilAsserted(() -> assertThat(this.records.texts()).containsExactly("returned"));
		assertUnloaded(this.module.unload());
		assertThat(this.records.texts()).containsExactly("returned", "ended after 500 ms");
	}

	@Test
	void isWaitedForOnAThreadThatIsNotJoined() {
		load(UnloadOptions.DEFAULT.threads());
		this.ender.forget(200);
		this.ender.forget(300);
		assertUnloaded(this.module.unload());
		assertThat(this.records.texts()).endsWith("ended after 300 ms").hasSize(4);
	}

	@Test
	void refusesTheUnloadIfItTakesTooLong() {
		load(Duration.ofMillis(100));
		this.ender.detach(1000);
		UnloadReport refused = this.module.unload();
		assertThat(refused.outcome()).isEqualTo(Outcome.REFUSED);
		assertThat(refused.reason()).isEqualTo(Reason.THREADS_RUNNING);
		assertThat(refused.threads()).extracting(ModuleThread::name).containsExactly("slow");
		await().untilAsserted(() -> assertThat(this.module.info().serving().threads()).isEmpty());
		assertUnloaded(this.module.unload());
		assertThat(this.records.texts()).containsExactly("returned", "ended after 1000 ms");
	}

	private static void assertUnloaded(UnloadReport report) {
		assertThat(report.outcome()).as(report.toString()).isEqualTo(Outcome.UNLOADED);
		assertThat(report.leaks().count()).isZero();
		assertThat(report.leakReport().destructors().abandoned()).isZero();
	}

}
