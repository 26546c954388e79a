// SPDX-License-Identifier: Apache-2.0
package dev.relib.image;

import java.nio.file.Path;

import dev.relib.failure.WrongMachineException;
import dev.relib.fixture.NativeFixture;
import dev.relib.fixture.OnOneJdk;
import dev.relib.module.ModuleSource;
import dev.relib.module.Platform;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assumptions.assumeThat;

/**
 * Modules for AArch64, which have other relocations, can be read on any machine.
 */
@OnOneJdk
class ForeignMachineTests {

	private static final String COMPILER = "aarch64-linux-gnu-gcc";

	private static final String MODULE = """
			#include "relib_module.h"
			RELIB_MODULE("1.2.3", "exports A\\n  f() -> unit\\n")
			RELIB_EXPORT void __relib__A_f(void);
			void __relib__A_f(void) {}
			RELIB_EXPORT void (*__relib__B_g)(void);
			void (*__relib__B_g)(void) = __relib__A_f;
			""";

	@TempDir
	private Path directory;

	@ParameterizedTest
	@ValueSource(strings = { "-O1", "-Wl,--hash-style=sysv", "-Wl,-s", "-Wl,-Bsymbolic" })
	void readsAModuleForAArch64(String option) throws Exception {
		LibraryImage image = image(option);
		assertThat(image.platform()).isEqualTo(new Platform("linux", "aarch64"));
		assertThat(image.kit().orElseThrow().contract()).isEqualTo("relib-contract 1\nexports A\n  f() -> unit\n");
		assertThat(image.kit().orElseThrow().buildInfo()).containsEntry("version", "1.2.3");
		assertThat(image.relibFunctions()).containsExactly("A_f");
		assertThat(image.relibSlots()).containsExactly("B_g");
		assertThat(image.hazards()).isEmpty();
		assertThat(image.needed()).contains("libc.so.6");
	}

	@Test
	void refusesToLoadItElsewhere() throws Exception {
		LibraryImage image = image("-O1");
		assumeThat(Platform.current().machine()).isNotEqualTo("aarch64");
		assertThatExceptionOfType(WrongMachineException.class)
			.isThrownBy(() -> image.requirePlatform(ModuleSource.of("arm", this.directory), Platform.current()))
			.withMessageContaining("built for linux-aarch64");
	}

	private LibraryImage image(String option) throws Exception {
		assumeThat(new ProcessBuilder("which", COMPILER).start().waitFor()).as("gcc for AArch64 is installed").isZero();
		Path library = NativeFixture.in(this.directory)
			.compiler(COMPILER)
			.kit()
			.source("module.c", MODULE)
			.option(option)
			.compile("arm");
		return LibraryImage.read(ModuleSource.of("arm", library), library);
	}

}
