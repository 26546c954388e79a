// SPDX-License-Identifier: Apache-2.0
package dev.relib.test.rustleaks;

import java.nio.file.Path;

import dev.relib.ModuleDefinition;
import dev.relib.ModuleRegistry;
import dev.relib.NativeModule;
import dev.relib.fixture.ChildJvm;
import dev.relib.module.ModuleOptions;
import dev.relib.module.UnloadReport.Outcome;
import dev.relib.module.UnloadReport;
import dev.relib.test.CargoModule;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class RustLeaksTests {

	private ModuleRegistry registry;

	private NativeModule module;

	private RustLeaks leaks;

	@BeforeEach
	void load() {
		load(ModuleOptions.DEFAULT);
	}

	private void load(ModuleOptions options) {
		Path library = CargoModule.library("rustleaks");
		this.registry = ModuleRegistry.builder().build();
		this.module = this.registry.add(new ModuleDefinition("rustleaks", library, options));
		this.leaks = this.module.exports(RustLeaks.class);
	}

	@AfterEach
	void close() {
		if (this.registry != null) {
			this.registry.close();
		}
	}

	@Test
	void giveTwoHundredMegabytesBack() {
		ChildJvm.Result result = new ChildJvm().steadyMemory("64m").run(RustLeaksProgram.class);
		assertThat(result.exitCode()).as(result.output()).isZero();
	}

	@Test
	void giveManySmallBlocksBackOverAndOver() {
		for (int i = 0; i < 20; i++) {
			this.leaks.leakRings(10_000, 100);
			assertThat(this.leaks.repeat("text ", 3)).isEqualTo("text text text ");
			assertGivesBack(20_000, 10_000 * 100);
			this.module.load();
		}
	}

	@Test
	void areNamedByTheFunctionThatLeaks() {
		this.registry.close();
		load(ModuleOptions.builder().leakSiteInterval(1).build());
		this.leaks.leak(1000);
		assertThat(this.module.info().serving().leakSites()).singleElement()
			.satisfies((site) -> assertThat(site.bytes()).isEqualTo(1000))
			.satisfies((site) -> assertThat(site.frames().get(0)).contains("RustLeaks", "leak"));
	}

	private void assertGivesBack(long count, long bytes) {
		UnloadReport report = this.module.unload();
		assertThat(report.outcome()).as(report.toString()).isEqualTo(Outcome.UNLOADED);
		assertThat(report.leaks().count()).isEqualTo(count);
		assertThat(report.leaks().freedCount()).isEqualTo(count);
		assertThat(report.leaks().bytes()).isBetween(bytes, bytes + count * 50);
	}

}
