// SPDX-License-Identifier: Apache-2.0
package dev.relib.test.plainledger;

import java.nio.file.Path;

import dev.relib.ModuleDefinition;
import dev.relib.ModuleRegistry;
import dev.relib.fixture.NativeFixture;
import dev.relib.fixture.OnOneJdk;
import dev.relib.module.ModuleKind;
import dev.relib.module.ModuleOptions;
import dev.relib.module.Resource;
import dev.relib.module.UnloadReport.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A plain library that is marked {@code -z nodelete} may need to stay: it does, unless
 * the module says otherwise. A runtime of Go stays in any case.
 */
@OnOneJdk
class UnpinTests {

	private static final ModuleOptions PLAIN = ModuleOptions.builder().kind(ModuleKind.PLAIN).build();

	private static final ModuleOptions UNPINNED = PLAIN.toBuilder().unpin(true).build();

	/** What Go's linker leaves in a library. */
	private static final String OF_GO = "__asm__(\".section .note.go.buildid,\\\"a\\\",@note\\n.long 4, 4, 4\\n"
			+ ".ascii \\\"Go\\\\0\\\\0id/1\\\"\\n.previous\\n\");\n";

	@TempDir
	private Path directory;

	@Test
	void keepsAPlainLibraryThatAsksForIt() {
		assertThat(unload(PLAIN, "")).isEqualTo(Outcome.PINNED);
	}

	@Test
	void removesTheMarkIfTheModuleSaysSo() {
		assertThat(unload(UNPINNED, "")).isEqualTo(Outcome.UNLOADED);
	}

	@Test
	void keepsARuntimeOfGoWhateverTheModuleSays() {
		assertThat(unload(UNPINNED, OF_GO)).isEqualTo(Outcome.PINNED);
	}

	@Test
	void saysThatNothingOfARuntimeOfGoIsCounted() {
		try (ModuleRegistry registry = ModuleRegistry.builder().build()) {
			assertThat(
					registry.add(new ModuleDefinition("clinging", library(OF_GO), PLAIN)).info().serving().notCounted())
				.containsExactlyInAnyOrder(Resource.values());
		}
	}

	private Path library(String more) {
		return NativeFixture.in(this.directory)
			.source("more.c", more + "extern int unused;\n")
			.source(UnpinTests.class, "clinging.c")
			.option("-Wl,-z,nodelete")
			.compile("clinging");
	}

	private Outcome unload(ModuleOptions options, String more) {
		try (ModuleRegistry registry = ModuleRegistry.builder().build()) {
			return registry.add(new ModuleDefinition("clinging", library(more), options)).unload().outcome();
		}
	}

}
