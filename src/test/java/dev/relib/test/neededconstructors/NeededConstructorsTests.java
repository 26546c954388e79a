// SPDX-License-Identifier: Apache-2.0
package dev.relib.test.neededconstructors;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import dev.relib.ModuleDefinition;
import dev.relib.ModuleRegistry;
import dev.relib.NativeModule;
import dev.relib.fixture.NativeFixture;
import dev.relib.fixture.OnOneJdk;
import dev.relib.module.Cleanup;
import dev.relib.module.LeakReport;
import dev.relib.module.ModuleKind;
import dev.relib.module.ModuleOptions;
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
 * What constructors do of a library that only one module needs is seen, as if it had
 * happened later.
 */
@OnOneJdk
class NeededConstructorsTests {

	private static final ModuleOptions PLAIN = ModuleOptions.builder().kind(ModuleKind.PLAIN).build();

	@TempDir
	private Path directory;

	private ModuleRegistry registry;

	@BeforeEach
	void open() {
		this.registry = ModuleRegistry.builder()
			.unloadOptions(new UnloadOptions(Duration.ofSeconds(10), Duration.ofSeconds(10), Duration.ofMillis(100),
					Cleanup.ALL))
			.build();
	}

	@AfterEach
	void close() {
		this.registry.close();
	}

	@Test
	void theirThreadLocalsAreDestroyedInTheUnload() throws IOException {
		LeakReport left = unload(module("-DNOTHING"));
		assertThat(left.destructors().run()).isOne();
		assertThat(Files.readString(Path.of("/proc/self/maps"))).doesNotContain(this.directory + "/libpart.so");
	}

	@Test
	void theirThreadLocalsAreDestroyedWithEachGeneration() {
		NativeModule module = module("-DNOTHING");
		assertThat(module.reload().previous().outcome()).isEqualTo(Outcome.UNLOADED);
		assertThat(unload(module).destructors().run()).isOne();
	}

	@Test
	void theirMemoryAndDescriptorsAreCounted() {
		LeakReport left = unload(module("-DLEAVES"));
		assertThat(left.leaks().bytes()).isEqualTo(1000);
		assertThat(left.descriptors()).singleElement()
			.satisfies((open) -> assertThat(open.origin()).endsWith("libpart.so"));
		assertThat(left.closedDescriptorCount()).isOne();
	}

	@Test
	void theirThreadsAreTheModules() {
		NativeModule module = module("-DSTARTS");
		assertThat(module.info().serving().threads()).singleElement()
			.satisfies((thread) -> assertThat(thread.origin()).endsWith("libpart.so"));
		assertThat(module.unload().reason()).isEqualTo(Reason.THREADS_RUNNING);
		module.exports(Toucher.class).stop();
		unload(module);
	}

	@Test
	void threadLocalsOfThreadsThatLiveOnAreDestroyedAsWell() throws Exception {
		NativeModule module = module("-DNOTHING");
		ExecutorService pool = Executors.newSingleThreadExecutor();
		try {
			assertThat(pool.submit(module.exports(Toucher.class)::touch).get()).isZero();
			assertThat(unload(module).destructors().run()).isEqualTo(2);
			assertThat(pool.submit(() -> 1).get()).isOne();
		}
		finally {
			pool.shutdown();
		}
	}

	@Test
	void aThreadLocalOfThePlainLibrarysOwnConstructorIsDestroyed() {
		Path library = NativeFixture.in(this.directory)
			.compiler("c++")
			.source(getClass(), "own.cpp")
			.option("-static-libstdc++")
			.option("-static-libgcc")
			.compile("own");
		LeakReport left = unload(this.registry.add(new ModuleDefinition("own", library, PLAIN)));
		assertThat(left.destructors().run()).isOne();
	}

	private NativeModule module(String option) {
		fixture().source(getClass(), "part.c").option(option).compile("part");
		Path library = fixture().source(getClass(), "module.c")
			.option("-Wl,-rpath," + this.directory)
			.option("-Wl,--no-as-needed")
			.option("-L.")
			.option("-lpart")
			.compile("module");
		return this.registry.add(new ModuleDefinition("module", library, PLAIN));
	}

	private NativeFixture fixture() {
		return NativeFixture.in(this.directory).header(getClass(), "part.h");
	}

	private static LeakReport unload(NativeModule module) {
		UnloadReport report = module.unload();
		assertThat(report.outcome()).as(report.toString()).isEqualTo(Outcome.UNLOADED);
		return report.leakReport();
	}

}
