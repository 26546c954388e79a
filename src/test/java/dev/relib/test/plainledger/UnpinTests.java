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
import dev.relib.module.UnloadReport.Reason;
import dev.relib.module.UnloadReport;
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
		UnloadReport report = unload(PLAIN, "");
		assertThat(report.outcome()).isEqualTo(Outcome.PINNED);
		assertThat(report.detail()).contains("-z nodelete", "relib.modules.<name>.unpin");
	}

	@Test
	void removesTheMarkIfTheModuleSaysSo() {
		assertThat(unload(UNPINNED, "").outcome()).isEqualTo(Outcome.UNLOADED);
	}

	@Test
	void keepsARuntimeOfGoWhateverTheModuleSays() {
		UnloadReport report = unload(UNPINNED, OF_GO);
		assertThat(report.outcome()).isEqualTo(Outcome.PINNED);
		assertThat(report.detail()).contains("runtime of Go", "end of the process").doesNotContain("unpin", "nodelete");
	}

	/** As libraries do that want to stay whatever their users do. */
	@Test
	void saysThatTheReasonIsUnknownIfTheFileSaysNothing() {
		Path library = NativeFixture.in(this.directory)
			.source("keeps_itself.c",
					"#define _GNU_SOURCE\n#include <dlfcn.h>\nint map_page(void) { return 1; }\n"
							+ "__attribute__((constructor)) static void stay(void)\n"
							+ "{ Dl_info self; dladdr((void *)map_page, &self); dlopen(self.dli_fname, RTLD_LAZY); }\n")
			.compile("keeps_itself");
		UnloadReport report = unload(library, UNPINNED);
		assertThat(report.reason()).isEqualTo(Reason.STILL_MAPPED);
		assertThat(report.detail()).contains("unknown", "opened itself");
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

	private UnloadReport unload(ModuleOptions options, String more) {
		return unload(library(more), options);
	}

	private static UnloadReport unload(Path library, ModuleOptions options) {
		try (ModuleRegistry registry = ModuleRegistry.builder().build()) {
			return registry.add(new ModuleDefinition("clinging", library, options)).unload();
		}
	}

}
