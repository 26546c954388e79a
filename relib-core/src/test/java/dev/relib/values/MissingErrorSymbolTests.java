// SPDX-License-Identifier: Apache-2.0
package dev.relib.values;

import java.nio.file.Path;

import dev.relib.ModuleDefinition;
import dev.relib.ModuleRegistry;
import dev.relib.NativeModule;
import dev.relib.RelibExports;
import dev.relib.failure.MissingExportException;
import dev.relib.fixture.NativeFixture;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class MissingErrorSymbolTests {

	private static final String SOURCE = """
			#include "relib_module.h"
			RELIB_MODULE("1", "record OutOfPaper { sheets: i32, tray: str }\\n"
				"exports Half\\n  f() -> unit throws OutOfPaper\\n")
			RELIB_EXPORT void __relib__Half_f(uint8_t *success, void **error);
			void __relib__Half_f(uint8_t *success, void **error) { *error = NULL; *success = 3; }
			""";

	@TempDir
	Path directory;

	@ParameterizedTest
	@ValueSource(strings = { "", "RELIB_EXPORT int __error__relib__Half_f;\nint __error__relib__Half_f = 1;\n" })
	void isNamedAlsoIfItIsData(String symbol) {
		Path library = NativeFixture.in(this.directory).kit().source("half.c", SOURCE + symbol).compile("half");
		try (ModuleRegistry registry = ModuleRegistry.builder().build()) {
			NativeModule module = registry.add(new ModuleDefinition("half", library));
			assertThatExceptionOfType(MissingExportException.class).isThrownBy(() -> module.exports(Half.class))
				.withMessageContaining("it does not export Half.f (no symbol __error__relib__Half_f)")
				.withMessageContaining("Implement \"f() -> unit throws OutOfPaper\"");
		}
	}

	@RelibExports
	interface Half {

		void f() throws OutOfPaperException;

	}

}
