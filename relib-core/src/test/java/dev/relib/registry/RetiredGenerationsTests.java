// SPDX-License-Identifier: Apache-2.0
package dev.relib.registry;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import dev.relib.LibraryPolicy;
import dev.relib.failure.ModuleClosedException;
import dev.relib.fixture.NativeFixture;
import dev.relib.fixture.OnOneJdk;
import dev.relib.link.jna.JnaLinker;
import dev.relib.module.ModuleKind;
import dev.relib.module.ModuleOptions;
import dev.relib.module.ModuleSource;
import dev.relib.module.UnloadOptions;
import dev.relib.module.UnloadReport;
import dev.relib.module.UnloadReport.Outcome;
import dev.relib.module.UnloadReport.Reason;
import dev.relib.module.call.CallGuard;
import dev.relib.module.call.CallStacks;
import dev.relib.module.call.ImportStubs;
import dev.relib.module.lifecycle.GenerationLoader;
import dev.relib.module.lifecycle.GenerationUnloader;
import dev.relib.module.lifecycle.LoadRequest;
import dev.relib.module.lifecycle.LoadedGeneration;
import dev.relib.os.PrivateDirectory;
import dev.relib.runtime.RuntimeLibrary;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A replaced generation whose unload fails is still loaded, and counts as such.
 */
@OnOneJdk
class RetiredGenerationsTests {

	@TempDir
	private Path directory;

	private final CallGuard guard = new CallGuard(new CallStacks(() -> Long.MAX_VALUE),
			() -> ModuleClosedException.registryClosed("retired"));

	private final List<UnloadReport> reports = new ArrayList<>();

	@Test
	void countsAGenerationWhoseUnloadFails() {
		PrivateDirectory copies = RuntimeLibrary.createDirectory(this.directory);
		LoadedGeneration generation = load(copies);
		RetiredGenerations retired = new RetiredGenerations(failing(), this.reports::add);
		UnloadReport report = retired.unload(generation);
		assertThat(report.outcome()).isEqualTo(Outcome.REFUSED);
		assertThat(report.reason()).isEqualTo(Reason.UNLOAD_FAILED);
		assertThat(report.describe()).startsWith("the unload failed (java.lang.NullPointerException");
		assertThat(this.reports).containsExactly(report);
		retired.retry();
		assertThat(retired.refusals()).containsExactly(report);
		assertThat(new GenerationUnloader(this.guard, UnloadOptions.DEFAULT).unload(generation).outcome())
			.isEqualTo(Outcome.UNLOADED);
		copies.close();
	}

	/** Fails when it counts calls. */
	private static GenerationUnloader failing() {
		return new GenerationUnloader(null, UnloadOptions.DEFAULT);
	}

	private LoadedGeneration load(PrivateDirectory copies) {
		Path library = NativeFixture.in(this.directory)
			.source("empty.c", "int nothing(void);\nint nothing(void) { return 0; }\n")
			.compile("retired");
		JnaLinker linker = new JnaLinker();
		return new GenerationLoader(copies, linker, RuntimeLibrary.shared(copies, linker)).load(new LoadRequest(1,
				ModuleSource.of("retired", library), LibraryPolicy.DEFAULT,
				ModuleOptions.builder().kind(ModuleKind.PLAIN).build(), List.of(),
				new ImportStubs("retired", (source, trait) -> Optional.empty(), linker, this.guard), this.guard, () -> {
				}, () -> false));
	}

}
