// SPDX-License-Identifier: Apache-2.0
package dev.relib.test.remaining;

import java.nio.file.Path;

import dev.relib.ModuleDefinition;
import dev.relib.ModuleRegistry;
import dev.relib.NativeModule;
import dev.relib.fixture.NativeFixture;
import dev.relib.fixture.OnOneJdk;
import dev.relib.module.ModuleKind;
import dev.relib.module.ModuleOptions;
import dev.relib.module.ModuleState;
import dev.relib.module.UnloadReport.Outcome;
import dev.relib.module.UnloadReport.Reason;
import dev.relib.module.UnloadReport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A module is gone when the libraries are that only it needs.
 */
@OnOneJdk
class RemainingPartTests {

	private static final ModuleOptions PLAIN = ModuleOptions.builder().kind(ModuleKind.PLAIN).build();

	@TempDir
	private Path directory;

	private ModuleRegistry registry;

	private NativeModule module;

	/** A part that stays is another test's. */
	private static int parts;

	@BeforeEach
	void load() {
		parts++;
		fixture().source(getClass(), "part.c").compile("part" + parts);
		this.registry = ModuleRegistry.builder().build();
		this.module = add("module");
	}

	@AfterEach
	void close() {
		this.registry.close();
	}

	@Test
	void saysWhichOneStaysWithItsMappings() {
		UnloadReport report = unloadAfter(1);
		assertThat(report.outcome()).isEqualTo(Outcome.PINNED);
		assertThat(report.reason()).isEqualTo(Reason.STILL_MAPPED);
		assertThat(report.describe()).contains("libpart" + parts + ".so, which only this module needs, has not gone",
				"something has opened it and not closed it");
		assertThat(report.mappings()).isNotEmpty().allMatch((line) -> line.endsWith("/libpart" + parts + ".so"));
		assertThat(this.module.state()).isEqualTo(ModuleState.PINNED);
	}

	@Test
	void releasesWhatTheModuleHasLeft() {
		assertThat(unloadAfter(1).leakReport().notCounted()).isEmpty();
	}

	@Test
	void saysSoOfEachGenerationThatNeedsIt() {
		unloadAfter(1);
		this.module.load();
		assertThat(unloadAfter(0).outcome()).isEqualTo(Outcome.PINNED);
	}

	@Test
	void goesWithAPartThatNothingKeeps() {
		assertThat(unloadAfter(0).outcome()).isEqualTo(Outcome.UNLOADED);
	}

	@Test
	void goesWithoutAPartThatAnotherModuleNeeds() {
		add("other");
		assertThat(unloadAfter(1).outcome()).isEqualTo(Outcome.UNLOADED);
	}

	private UnloadReport unloadAfter(int keeps) {
		assertThat(this.module.exports(PartKeeper.class).keep(keeps)).isEqualTo(keeps);
		return this.module.unload();
	}

	private NativeModule add(String name) {
		Path library = fixture().source(getClass(), "module.c")
			.option("-Wl,-rpath," + this.directory)
			.option("-Wl,--no-as-needed")
			.option("-L.")
			.option("-lpart" + parts)
			.compile(name);
		return this.registry.add(new ModuleDefinition(name, library, PLAIN));
	}

	private NativeFixture fixture() {
		return NativeFixture.in(this.directory).header(getClass(), "part.h");
	}

}
