// SPDX-License-Identifier: Apache-2.0
package dev.relib.test.critical;

import java.nio.file.Path;

import dev.relib.ImportBinding;
import dev.relib.ModuleDefinition;
import dev.relib.ModuleRegistry;
import dev.relib.NativeModule;
import dev.relib.failure.CriticalExportException;
import dev.relib.fixture.NativeFixture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * A module that could call back from a critical export is refused, with each linker.
 */
class CriticalWithImportsTests {

	private static final String ALONE = """
			#include "counted.h"
			RELIB_MODULE("1", RELIB_CONTRACT_COUNTED)
			int32_t counted_ordinary(void) { return 1; }
			int32_t counted_quick(void) { return 2; }
			""";

	private static final String CALLING = """
			#include "counted.h"
			#include "counted_host.h"
			RELIB_MODULE("2", RELIB_CONTRACT_COUNTED RELIB_CONTRACT_COUNTED_HOST)
			int32_t counted_ordinary(void) { return counted_host_next(); }
			int32_t counted_quick(void) { return 2; }
			""";

	@Test
	void isRefused(@TempDir Path directory) {
		Path library = compile(directory, CALLING);
		try (ModuleRegistry registry = registry()) {
			NativeModule module = registry.add(new ModuleDefinition("counted", library));
			refused(() -> module.exports(Counted.class));
		}
	}

	@Test
	void isNotReloadedInto(@TempDir Path directory) {
		Path library = compile(directory, ALONE);
		try (ModuleRegistry registry = registry()) {
			NativeModule module = registry.add(new ModuleDefinition("counted", library));
			Counted counted = module.exports(Counted.class);
			compile(directory, CALLING);
			refused(module::reload);
			assertThat(counted.quick()).isEqualTo(2);
		}
	}

	private static ModuleRegistry registry() {
		return ModuleRegistry.builder().imports(ImportBinding.of(CountedHost.class, () -> 1)).build();
	}

	private static void refused(Runnable load) {
		assertThatExceptionOfType(CriticalExportException.class).isThrownBy(load::run)
			.withMessageContaining("module 'counted'")
			.withMessageContaining(
					"Counted.quick is @RelibCritical, and the module imports CountedHost.next, which it could call from there")
			.withMessageEndingWith(
					"Take @RelibCritical out of Counted.quick, or put the function into a module that imports nothing.")
			.satisfies((ex) -> {
				assertThat(ex.function()).isEqualTo("Counted.quick");
				assertThat(ex.imports()).containsExactly("CountedHost.next");
			});
	}

	private static Path compile(Path directory, String source) {
		String[] bindings = source.equals(ALONE) ? new String[] { "counted" }
				: new String[] { "counted", "counted_host" };
		return NativeFixture.in(directory).kit().bindings(bindings).source("counted.c", source).compile("counted");
	}

}
