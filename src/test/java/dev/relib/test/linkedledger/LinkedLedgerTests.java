// SPDX-License-Identifier: Apache-2.0
package dev.relib.test.linkedledger;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

import dev.relib.ModuleDefinition;
import dev.relib.ModuleRegistry;
import dev.relib.NativeModule;
import dev.relib.fixture.NativeFixture;
import dev.relib.module.Cleanup;
import dev.relib.module.LeakReport;
import dev.relib.module.UnloadOptions;
import dev.relib.module.UnloadReport.Outcome;
import dev.relib.module.UnloadReport.Reason;
import dev.relib.module.UnloadReport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A library that only one module needs is a part of it: the module's report counts what
 * it leaves. One that others need is left alone, and is the last one's.
 */
class LinkedLedgerTests {

	@TempDir
	private Path directory;

	private Path library;

	private ModuleRegistry registry;

	private NativeModule module;

	private Linked linked;

	@BeforeEach
	void load() {
		NativeFixture.in(this.directory)
			.header(getClass(), "helper.h")
			.source(getClass(), "helper.c")
			.compile("ledgerhelper");
		this.library = NativeFixture.in(this.directory)
			.kit()
			.bindings("linked")
			.header(getClass(), "helper.h")
			.source(getClass(), "linked.c")
			.option("-Wl,-rpath," + this.directory)
			.option("-Wl,--no-as-needed")
			.option("-L.")
			.option("-lledgerhelper")
			.compile("linked");
		this.registry = ModuleRegistry.builder()
			.unloadOptions(new UnloadOptions(Duration.ofSeconds(10), Duration.ofSeconds(10), Duration.ofMillis(100),
					Cleanup.ALL))
			.build();
		this.module = this.registry.add(new ModuleDefinition("linked", this.library));
		this.linked = this.module.exports(Linked.class);
	}

	@AfterEach
	void close() {
		this.registry.close();
	}

	@Test
	void itsThreadsAreTheModules() {
		assertThat(this.linked.start()).isZero();
		assertThat(this.module.info().serving().threads()).singleElement()
			.satisfies(
					(thread) -> assertThat(thread.origin()).startsWith("helper_start+").endsWith("libledgerhelper.so"));
		assertThat(this.module.unload().reason()).isEqualTo(Reason.THREADS_RUNNING);
		this.linked.stop();
		assertThat(unload(this.module)).isNotNull();
	}

	@Test
	void itsMemoryIsCountedAndKept() {
		this.linked.allocate(1000);
		LeakReport left = unload(this.module);
		assertThat(left.leaks().bytes()).isEqualTo(1000);
		assertThat(left.leaks().freedCount()).isZero();
	}

	@Test
	void itsDescriptorsAreClosed() {
		int descriptor = this.linked.open();
		LeakReport left = unload(this.module);
		assertThat(left.descriptors()).singleElement()
			.satisfies((open) -> assertThat(open.number()).isEqualTo(descriptor))
			.satisfies((open) -> assertThat(open.origin()).startsWith("helper_open+").endsWith("libledgerhelper.so"));
		assertThat(left.closedDescriptorCount()).isOne();
	}

	@Test
	void itsKeysAreDestroyedForThreadsThatLiveOn() throws Exception {
		ExecutorService pool = Executors.newFixedThreadPool(1);
		try {
			pool.submit(this.linked::remember).get();
			assertThat(unload(this.module).destructors().run()).isOne();
		}
		finally {
			pool.shutdown();
			assertThat(pool.awaitTermination(10, TimeUnit.SECONDS)).isTrue();
		}
	}

	@Test
	void isLeftAloneAsLongAsAnotherModuleNeedsIt() throws IOException {
		Path copy = Files.copy(this.library, this.directory.resolve("other.so"));
		NativeModule other = this.registry.add(new ModuleDefinition("other", copy));
		int descriptor = this.linked.open();
		assertThat(this.linked.start()).isZero();
		LeakReport left = unload(this.module);
		assertThat(left.descriptors()).isEmpty();
		assertThat(Path.of("/proc/self/fd", String.valueOf(descriptor)))
			.satisfies((link) -> assertThat(Files.isSymbolicLink(link)).isTrue());
		assertThat(other.info().serving().threads()).hasSize(1);
		assertThat(other.unload().reason()).isEqualTo(Reason.THREADS_RUNNING);
		other.exports(Linked.class).stop();
		assertThat(unload(other).descriptors()).hasSize(1);
	}

	@Test
	void movesToTheNextGeneration() {
		this.linked.open();
		assertThat(this.module.reload().previous().leakReport().descriptors()).isEmpty();
		assertThat(unload(this.module).descriptors()).hasSize(1);
	}

	private static LeakReport unload(NativeModule module) {
		UnloadReport report = module.unload();
		assertThat(report.outcome()).as(report.toString()).isEqualTo(Outcome.UNLOADED);
		return report.leakReport();
	}

}
