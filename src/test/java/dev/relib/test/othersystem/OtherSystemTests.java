// SPDX-License-Identifier: Apache-2.0
package dev.relib.test.othersystem;

import java.nio.file.Path;

import dev.relib.ModuleDefinition;
import dev.relib.ModuleRegistry;
import dev.relib.failure.LibraryOpenException;
import dev.relib.failure.ModuleLoadException;
import dev.relib.failure.UnsuitableSystemException;
import dev.relib.fixture.NativeFixture;
import dev.relib.fixture.OnOneJdk;
import dev.relib.module.ModuleKind;
import dev.relib.module.ModuleOptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/**
 * A library that was built for another system is refused before it is opened, with what
 * it needs and what this system has.
 */
@OnOneJdk
class OtherSystemTests {

	@TempDir
	private Path directory;

	@ParameterizedTest
	@CsvSource({ "libc.so.6, GLIBC_2.99, glibc 2.99, glibc 2., oldest system",
			"libc.so.6, GLIBC_2.100.1, glibc 2.100.1, glibc 2., oldest system",
			"libstdc++.so.6, GLIBCXX_3.4.99, GLIBCXX_3.4.99, GLIBCXX_3.4., -static-libstdc++",
			"libgcc_s.so.1, GCC_99.0.0, GCC_99.0.0, GCC_, -static-libgcc",
			"libm.so.6, RELIB_1, RELIB_1, none of that name, newer libm.so.6" })
	void namesTheVersionThatItNeedsAndTheOneThatThisSystemHas(String library, String version, String needed,
			String here, String fix) {
		ModuleLoadException ex = refusal(module(library, version));
		assertThat(ex)
			.hasMessageContaining("it was built for " + needed + " (" + library + "), and this system has " + here);
		assertThat(ex.fix()).contains(fix);
	}

	@Test
	void leavesANeededLibraryThatIsTooNewToTheLoader() {
		Path helper = module("libc.so.6", "GLIBC_2.99");
		Path module = NativeFixture.in(this.directory.resolve("user"))
			.source("user.c",
					"int relib_use(void);\n"
							+ "__attribute__((visibility(\"default\"))) int relib_use(void) { return 1; }\n")
			.option("-Wl,--no-as-needed," + helper + ",-rpath," + helper.getParent())
			.compile("user");
		ModuleLoadException ex = refusal(module, LibraryOpenException.class);
		assertThat(ex).hasMessageContaining("version `GLIBC_2.99' not found (required by " + helper);
		assertThat(ex.fix()).contains("oldest system");
	}

	@ParameterizedTest
	@ValueSource(strings = { "libc.musl-x86_64.so.1", "libc.so", "ld-musl-aarch64.so.1" })
	void saysThatItWasBuiltForMusl(String library) {
		ModuleLoadException ex = refusal(module(library, "MUSL"));
		assertThat(ex).hasMessageContaining("it was built for musl (it needs " + library + ")");
		assertThat(ex.fix()).contains("GNU C library", "-gnu");
	}

	private ModuleLoadException refusal(Path library) {
		return refusal(library, UnsuitableSystemException.class);
	}

	private ModuleLoadException refusal(Path library, Class<?> type) {
		try (ModuleRegistry registry = ModuleRegistry.builder().build()) {
			ModuleDefinition definition = new ModuleDefinition("elsewhere", library,
					ModuleOptions.builder().kind(ModuleKind.PLAIN).build());
			ModuleLoadException ex = catchThrowableOfType(ModuleLoadException.class, () -> registry.add(definition));
			assertThat(ex).isExactlyInstanceOf(type);
			return ex;
		}
	}

	/** Links a library with a stand-in for one of another system. */
	private Path module(String library, String version) {
		Path other = NativeFixture.in(this.directory.resolve("other"))
			.source("other.c",
					"int relib_new(void);\n"
							+ "__attribute__((visibility(\"default\"))) int relib_new(void) { return 1; }\n")
			.file("versions.map", version + " { global: relib_new; };\n")
			.option("-nostdlib")
			.option("-Wl,-soname," + library + ",--version-script=versions.map")
			.compile("other");
		return NativeFixture.in(this.directory.resolve("module"))
			.source("elsewhere.c",
					"int relib_new(void);\nint relib_call(void);\n"
							+ "__attribute__((visibility(\"default\"))) int relib_call(void) { return relib_new(); }\n")
			.option("-Wl,--no-as-needed," + other)
			.option("-nostdlib")
			.compile("builtelsewhere");
	}

}
