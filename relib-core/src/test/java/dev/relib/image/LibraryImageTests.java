// SPDX-License-Identifier: Apache-2.0
package dev.relib.image;

import java.nio.file.Path;
import java.util.Map;

import dev.relib.failure.NotALibraryException;
import dev.relib.fixture.NativeFixture;
import dev.relib.fixture.OnOneJdk;
import dev.relib.module.LibrarySymbol;
import dev.relib.module.ModuleSource;
import dev.relib.module.Platform;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@OnOneJdk
class LibraryImageTests {

	private static final String MODULE = """
			#include "relib_module.h"
			RELIB_MODULE("1.2.3", "exports A\\n  f() -> unit\\n")
			RELIB_EXPORT int exported = 1;
			int hidden = 2;
			""";

	@TempDir
	private Path directory;

	private NativeFixture fixture;

	@BeforeEach
	void prepare() {
		this.fixture = NativeFixture.in(this.directory).kit().source("module.c", MODULE);
	}

	@ParameterizedTest
	@ValueSource(strings = { "-Wl,--hash-style=gnu", "-Wl,--hash-style=sysv", "-Wl,--hash-style=both", "-Wl,-s",
			"-Wl,-z,now", "-Wl,-z,pack-relative-relocs", "-O0", "-O3", "-flto" })
	void readsWhatTheToolchainMakes(String option) {
		LibraryImage image = read(this.fixture.option(option).compile("module"));
		assertThat(image.platform()).isEqualTo(Platform.current());
		assertThat(image.symbolTable().offered()).extracting(LibrarySymbol::name)
			.contains("relib_module", "exported")
			.doesNotContain("hidden", "malloc");
		KitDescriptor kit = image.kit().orElseThrow();
		assertThat(kit.abiVersion()).isEqualTo(1);
		assertThat(kit.structSize()).isEqualTo(64);
		assertThat(kit.buildInfo()).containsEntry("version", "1.2.3")
			.containsEntry("language", "c")
			.containsKeys("kit", "compiler");
		assertThat(kit.contract()).isEqualTo("relib-contract 1\nexports A\n  f() -> unit\n");
	}

	@ParameterizedTest
	@ValueSource(strings = { "-O1", "-Wl,-z,pack-relative-relocs", "-Wl,-Bsymbolic" })
	void readsTextsThatAreExportedThemselves(String option) {
		LibraryImage image = read(NativeFixture.in(this.directory).kit().source("own.c", """
				#include "relib_module.h"
				RELIB_EXPORT extern const char text[];
				RELIB_EXPORT extern const relib_module_descriptor relib_module;
				const char text[] = "??key value\\n";
				const relib_module_descriptor relib_module = { 1, 48, { text + 2, 10 }, { text, 5 }, 0, 0, 0 };
				""").option(option).compile("own"));
		KitDescriptor kit = image.kit().orElseThrow();
		assertThat(kit.buildInfo()).isEqualTo(Map.of("key", "value"));
		assertThat(kit.contract()).isEqualTo("??key");
	}

	@Test
	void refusesAPointerThatPointsAtNothing() {
		Path library = NativeFixture.in(this.directory)
			.source("odd.c",
					"""
							struct { int version, size; const char *info; long length; const char *text; long size2; } relib_module __attribute__((
								visibility("default"), section(".data"))) = { 1, 48, (const char *)64, 10, 0, 0 };
							""")
			.compile("odd");
		assertThatExceptionOfType(NotALibraryException.class).isThrownBy(() -> read(library))
			.withMessageContaining("points at nothing of the library");
	}

	private static LibraryImage read(Path file) {
		return LibraryImage.read(ModuleSource.of("module", file), file);
	}

}
