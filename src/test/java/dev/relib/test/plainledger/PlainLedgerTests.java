// SPDX-License-Identifier: Apache-2.0
package dev.relib.test.plainledger;

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
import dev.relib.module.ModuleKind;
import dev.relib.module.ModuleOptions;
import dev.relib.module.ModuleThread;
import dev.relib.module.UnloadOptions;
import dev.relib.module.UnloadReport.Outcome;
import dev.relib.module.UnloadReport.Reason;
import dev.relib.module.UnloadReport;
import dev.relib.os.NativeMemory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A library that was never told of its host is known all the same: its threads, keys,
 * memory, descriptors and mappings are in its ledger.
 */
class PlainLedgerTests {

	@TempDir
	private Path directory;

	private ModuleRegistry registry;

	private NativeModule module;

	private Habits habits;

	@BeforeEach
	void load() {
		Path library = NativeFixture.in(this.directory).source(PlainLedgerTests.class, "habits.c").compile("habits");
		this.registry = ModuleRegistry.builder()
			.unloadOptions(new UnloadOptions(Duration.ofSeconds(10), Duration.ofSeconds(10), Duration.ofMillis(100),
					Cleanup.ALL))
			.build();
		this.module = this.registry
			.add(new ModuleDefinition("habits", library, ModuleOptions.builder().kind(ModuleKind.PLAIN).build()));
		this.habits = this.module.exports(Habits.class);
	}

	@AfterEach
	void close() {
		this.registry.close();
	}

	@Test
	void isNotUnloadedWhileAThreadOfItRuns() {
		assertThat(this.habits.start()).isZero();
		awaitTheThreadsOfARefusedUnload("work_posix");
	}

	@Test
	void isNotUnloadedWhileAThreadOfC11Runs() {
		assertThat(this.habits.startC11()).isZero();
		awaitTheThreadsOfARefusedUnload("start_c11+0x");
	}

	@ParameterizedTest
	@ValueSource(ints = { 0, 1, 2, 3 })
	void isNotUnloadedWhileAThreadRunsWhoseStarterItHasLookedUp(int how) {
		assertThat(this.habits.startFound(how)).isZero();
		awaitTheThreadsOfARefusedUnload("start_found+0x");
	}

	private void awaitTheThreadsOfARefusedUnload(String origin) {
		UnloadReport report = this.module.unload();
		assertThat(report.reason()).as(report.toString()).isEqualTo(Reason.THREADS_RUNNING);
		assertThat(report.threads()).singleElement().extracting(ModuleThread::origin).asString().startsWith(origin);
		this.habits.stopAll();
		assertThat(unload()).isNotNull();
	}

	@Test
	void findsOtherFunctionsAsBefore() {
		assertThat(this.habits.findsItself()).isOne();
	}

	@Test
	void runsTheDestructorOfAKeyForAThreadThatLivesOn() throws Exception {
		Path file = this.directory.resolve("count");
		ExecutorService pool = Executors.newFixedThreadPool(1);
		try {
			pool.submit(() -> this.habits.remember(file.toString())).get();
			assertThat(this.module.info().serving().destructors().keys()).isEqualTo(1);
			assertThat(unload().destructors().run()).isEqualTo(1);
		}
		finally {
			pool.shutdown();
			assertThat(pool.awaitTermination(10, TimeUnit.SECONDS)).isTrue();
		}
		assertThat(file).hasContent("x");
	}

	@Test
	void countsMemoryAndKeepsIt() {
		this.habits.loseMemory();
		LeakReport left = unload();
		assertThat(left.leaks().count()).isEqualTo(4);
		assertThat(left.leaks().freedCount()).isZero();
	}

	@Test
	void doesNotMistakeMemoryOfTheCLibraryForItsOwn() throws IOException {
		Path text = Files.writeString(this.directory.resolve("text"), "x".repeat(1000) + "\n");
		assertThat(this.habits.readLine(text.toString())).isEqualTo(1001);
		assertThat(unload().leaks().count()).isZero();
	}

	@Test
	void leavesMemoryToTheCallerWhoHasGotIt() {
		long given = this.habits.give(100);
		NativeMemory.putLongAt(given, 42);
		assertThat(unload().leaks().bytes()).isEqualTo(100);
		assertThat(NativeMemory.bytesAt(given, 1)).containsExactly(42);
	}

	@Test
	void closesDescriptors() throws IOException {
		Path file = Files.createFile(this.directory.resolve("file"));
		int descriptor = this.habits.openFile(file.toString());
		assertThat(this.module.info().serving().descriptors()).singleElement()
			.satisfies((open) -> assertThat(open.number()).isEqualTo(descriptor));
		assertThat(unload().closedDescriptorCount()).isEqualTo(1);
		assertThat(Path.of("/proc/self/fd", String.valueOf(descriptor)))
			.satisfies((link) -> assertThat(Files.isSymbolicLink(link) && Files.isSameFile(link, file)).isFalse());
	}

	@Test
	void countsMappingsAndKeepsThem() {
		assertThat(this.habits.mapPage()).isOne();
		LeakReport left = unload();
		assertThat(left.mappedMemory()).hasSize(1);
		assertThat(left.unmappedCount()).isZero();
	}

	@Test
	void countsEverything() {
		assertThat(this.module.info().serving().notCounted()).isEmpty();
		assertThat(unload().notCounted()).isEmpty();
	}

	private LeakReport unload() {
		UnloadReport report = this.module.unload();
		assertThat(report.outcome()).as(report.toString()).isEqualTo(Outcome.UNLOADED);
		return report.leakReport();
	}

}
