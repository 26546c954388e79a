// SPDX-License-Identifier: Apache-2.0
package dev.relib.test.cppstandard;

import java.nio.file.Path;

import ch.qos.logback.classic.Level;
import dev.relib.ModuleDefinition;
import dev.relib.ModuleRegistry;
import dev.relib.NativeModule;
import dev.relib.module.UnloadReport.Outcome;
import dev.relib.module.UnloadReport;
import dev.relib.test.CppModule;
import dev.relib.test.ModuleRecords;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * State that the C++ standard library keeps for a module starts anew with each
 * generation, ends with it, and does not keep the library loaded.
 */
class CppStandardTests {

	private static final int RELOADS = 20;

	private static Path library;

	private final ModuleRecords records = new ModuleRecords("cppstandard");

	private ModuleRegistry registry;

	private NativeModule module;

	private CppStandard standard;

	@BeforeAll
	static void compile(@TempDir Path directory) {
		library = CppModule.compile(directory, "cppstandard", "cpp_standard");
	}

	@BeforeEach
	void load() {
		this.registry = ModuleRegistry.builder().build();
		this.module = this.registry.add(new ModuleDefinition("cppstandard", library));
		this.standard = this.module.exports(CppStandard.class);
	}

	@AfterEach
	void unload() {
		assertUnloaded(this.module.unload());
		this.records.close();
		this.registry.close();
	}

	@Test
	void staticStateStartsAnewAndEndsOnceWithEachGeneration() {
		for (int i = 1; i <= RELOADS; i++) {
			assertThat(this.standard.count()).isEqualTo("1 1 1 1");
			assertThat(this.standard.count()).isEqualTo("2 2 2 2");
			assertUnloaded(this.module.reload().previous());
			assertThat(this.records.texts()).containsExactlyInAnyOrder("destroyed inline at 2", "destroyed member at 2",
					"destroyed local at 2");
			this.records.clear();
		}
	}

	@Test
	void expressionsThreadsExceptionsAndLocalesKeepNoLibrary() {
		for (int i = 0; i < RELOADS; i++) {
			assertThat(this.standard.search("[a-z]+ll[a-z]*", "Hello, tall world")).isEqualTo("Hello,tall");
			assertThat(this.standard.join(8)).isEqualTo(8);
			assertThat(this.standard.wakeUp("good morning")).isEqualTo("good morning");
			assertThat(this.standard.throwInAFuture("lost")).startsWith("filesystem error: lost: ");
			assertThat(this.standard.throwThrough(50, "inner")).isEqualTo("50 outer: inner");
			assertThat(this.standard.format(1234567.5)).isEqualTo("1'234'567,500000");
			assertUnloaded(this.module.reload().previous());
		}
	}

	@Test
	void unjoinedThreadsAreWaitedFor() {
		for (int i = 1; i <= RELOADS; i++) {
			this.standard.detach(20);
			assertUnloaded(this.module.reload().previous());
			assertThat(this.records.count("the detached thread ends")).isEqualTo(i);
		}
	}

	@Test
	void uncaughtExceptionsEndTheirThreadAlone() {
		for (int i = 1; i <= RELOADS; i++) {
			this.standard.throwOnAThread("nobody's");
			assertThat(this.records.texts(Level.ERROR)).hasSize(i)
				.containsOnly("a thread of the module has ended: terminated by an exception: nobody's");
			assertThat(this.standard.join(1)).isOne();
			UnloadReport report = this.module.reload().previous();
			assertThat(report.outcome()).as(report.toString()).isEqualTo(Outcome.UNLOADED);
			assertThat(report.mappings()).isEmpty();
			assertThat(report.leaks().freedCount()).isEqualTo(report.leaks().count());
		}
	}

	@Test
	void streamsAreFlushedAndClosedByTheirDestructors(@TempDir Path directory) {
		Path file = directory.resolve("text");
		for (int i = 1; i <= RELOADS; i++) {
			this.standard.write(file.toString(), "x");
			UnloadReport report = this.module.reload().previous();
			assertUnloaded(report);
			assertThat(report.leakReport().descriptors()).isEmpty();
			assertThat(file).hasContent("x".repeat(i));
		}
	}

	private static void assertUnloaded(UnloadReport report) {
		assertThat(report.outcome()).as(report.toString()).isEqualTo(Outcome.UNLOADED);
		assertThat(report.mappings()).isEmpty();
		assertThat(report.leaks().count()).as(report.toString()).isZero();
	}

}
