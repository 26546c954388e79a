// SPDX-License-Identifier: Apache-2.0
package dev.relib.test.foundsymbols;

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
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What a module does with functions that it has looked up is in its ledger.
 */
class FoundSymbolsTests {

	private ModuleRegistry registry;

	private NativeModule module;

	private Finder finder;

	@BeforeEach
	void load(@TempDir Path directory) {
		Path library = NativeFixture.in(directory)
			.kit()
			.bindings("finder")
			.source(FoundSymbolsTests.class, "found_symbols.c")
			.compile("finder");
		this.registry = ModuleRegistry.builder()
			.unloadOptions(new UnloadOptions(Duration.ofSeconds(10), Duration.ofSeconds(10), Duration.ofMillis(100),
					Cleanup.ALL))
			.build();
		this.module = this.registry.add(new ModuleDefinition("finder", library));
		this.finder = this.module.exports(Finder.class);
	}

	@AfterEach
	void close() {
		this.registry.close();
	}

	@ParameterizedTest
	@ValueSource(ints = { 0, 1, 2, 3 })
	void isNotUnloadedWhileItsThreadRuns(int how) {
		assertThat(this.finder.start(how)).isZero();
		UnloadReport report = this.module.unload();
		assertThat(report.reason()).as(report.toString()).isEqualTo(Reason.THREADS_RUNNING);
		assertThat(report.threads()).singleElement()
			.extracting(ModuleThread::origin)
			.asString()
			.startsWith("finder_start+0x");
		this.finder.stop();
		assertThat(this.module.unload().outcome()).isEqualTo(Outcome.UNLOADED);
	}

	@ParameterizedTest
	@ValueSource(ints = { 0, 1, 2 })
	void itsMemoryIsFreed(int how) {
		assertThat(this.finder.finds(how)).isTrue();
		assertThat(this.finder.lose(how)).isOne();
		UnloadReport report = this.module.unload();
		assertThat(report.leaks().bytes()).isEqualTo(1000);
		assertThat(report.leaks().freedCount()).isOne();
	}

}
