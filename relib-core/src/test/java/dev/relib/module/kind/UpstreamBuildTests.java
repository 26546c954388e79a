// SPDX-License-Identifier: Apache-2.0
package dev.relib.module.kind;

import java.nio.file.Path;

import dev.relib.failure.IncompatibleUpstreamException;
import dev.relib.fixture.NativeFixture;
import dev.relib.fixture.OnOneJdk;
import dev.relib.module.ModuleOptions;
import dev.relib.module.ModuleSource;
import dev.relib.module.Platform;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * The generation of upstream's crates decides, which is the minor version and the symbols
 * of its runtime.
 */
@OnOneJdk
class UpstreamBuildTests {

	@TempDir
	Path folder;

	@ParameterizedTest
	@ValueSource(strings = { "0.7.0", "0.7.31", "0.7.3-rc.1" })
	void takesEachVersionOfTheGeneration(String version) {
		assertThat(inspect(version, "").buildInfo()).containsEntry("relib", version);
	}

	@ParameterizedTest
	@ValueSource(strings = { "0.6.9", "0.70.1", "0.7", "" })
	void refusesAnotherGeneration(String version) {
		assertThatExceptionOfType(IncompatibleUpstreamException.class).isThrownBy(() -> inspect(version, ""))
			.withMessageContaining("|" + version + "|1\n")
			.withMessageContaining("|0.7.x|1\n")
			.withMessageEndingWith("Build it with relib_module and relib_interface 0.7.");
	}

	@ParameterizedTest
	@ValueSource(strings = { "SLOT(on_realloc)", "FUNCTION(on_realloc)" })
	void refusesARuntimeThatTakesMoreOfItsHost(String more) {
		assertThatExceptionOfType(IncompatibleUpstreamException.class).isThrownBy(() -> inspect("0.7.3", more))
			.withMessageContaining("____on_realloc, which this host does not know");
	}

	@Test
	void asksALibraryWithoutARuntimeForItsVersionOnly() {
		assertThat(LibraryInspection
			.of(source(), compile("0.7.9", "0", "SLOT(on_realloc)"), ModuleOptions.builder().unloading(false).build())
			.buildInfo()).containsEntry("unloading", "false");
	}

	private LibraryInspection inspect(String version, String more) {
		return LibraryInspection.of(source(), compile(version, "1", more), ModuleOptions.DEFAULT);
	}

	private Path compile(String version, String unloading, String more) {
		return NativeFixture.in(this.folder)
			.source(UpstreamBuildTests.class, "upstream.c")
			.option("-DTARGET=\"" + Platform.current().machine() + "-unknown-linux-gnu\"")
			.option("-DVERSION=\"" + version + "\"")
			.option("-DUNLOADING=\"" + unloading + "\"")
			.option("-DMORE=" + more)
			.compile("upstream");
	}

	private ModuleSource source() {
		return ModuleSource.of("crate", this.folder.resolve("libupstream.so"));
	}

}
