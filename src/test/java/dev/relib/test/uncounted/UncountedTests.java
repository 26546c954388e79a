// SPDX-License-Identifier: Apache-2.0
package dev.relib.test.uncounted;

import java.nio.file.Path;

import com.sun.jna.Function;
import com.sun.jna.Pointer;
import dev.relib.ModuleDefinition;
import dev.relib.ModuleRegistry;
import dev.relib.NativeModule;
import dev.relib.fixture.NativeFixture;
import dev.relib.module.MemoryLeaks;
import dev.relib.module.MemoryUsage;
import dev.relib.module.ModuleKind;
import dev.relib.module.ModuleOptions;
import dev.relib.module.UnloadReport.Outcome;
import dev.relib.module.UnloadReport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A module whose allocations are left alone: what is unknown is no number, and everything
 * else is counted as before.
 */
class UncountedTests {

	@TempDir
	private Path directory;

	@ParameterizedTest
	@ValueSource(ints = { 0, 1 })
	void isSaidToBeUncounted(int leakSiteInterval) {
		try (ModuleRegistry registry = ModuleRegistry.builder().build()) {
			NativeModule module = registry.add(new ModuleDefinition("untidy", compile(),
					ModuleOptions.builder().trackAllocations(false).leakSiteInterval(leakSiteInterval).build()));
			module.exports(Untidy.class).forget();
			assertThat(module.info().serving().memory()).isEqualTo(MemoryUsage.NOT_COUNTED);
			assertThat(module.info().serving().memory().isCounted()).isFalse();
			UnloadReport report = module.unload();
			assertThat(report.outcome()).isEqualTo(Outcome.UNLOADED);
			assertThat(report.leaks()).isEqualTo(MemoryLeaks.NOT_COUNTED);
			assertThat(report.leaks().isCounted()).isFalse();
			assertThat(report.leakReport().leakSites()).isEmpty();
			assertThat(report.leakReport().descriptors()).hasSize(1);
		}
	}

	@Test
	void isSaidToBeUncountedThoughItKnowsNothingOfTheHost() {
		try (ModuleRegistry registry = ModuleRegistry.builder().build()) {
			Path library = NativeFixture.in(this.directory)
				.source("plain.c", "#include <stdlib.h>\n#include <string.h>\nvoid *volatile block;\n"
						+ "__attribute__((visibility(\"default\"))) void forget(void) { free(strdup(\"text\")); block = realloc(malloc(10), 2000); }\n")
				.compile("plain");
			NativeModule module = registry.add(new ModuleDefinition("plain", library,
					ModuleOptions.builder().kind(ModuleKind.PLAIN).trackAllocations(false).build()));
			module.symbol("forget")
				.run((address) -> Function.getFunction(new Pointer(address)).invokeVoid(new Object[0]));
			assertThat(module.info().serving().memory()).isEqualTo(MemoryUsage.NOT_COUNTED);
			UnloadReport report = module.unload();
			assertThat(report.outcome()).isEqualTo(Outcome.UNLOADED);
			assertThat(report.leaks()).isEqualTo(MemoryLeaks.NOT_COUNTED);
		}
	}

	@Test
	void isCountedByDefault() {
		try (ModuleRegistry registry = ModuleRegistry.builder().build()) {
			NativeModule module = registry.add(new ModuleDefinition("untidy", compile()));
			module.exports(Untidy.class).forget();
			assertThat(module.info().serving().memory().isCounted()).isTrue();
			assertThat(module.unload().leaks()).isEqualTo(new MemoryLeaks(1, 2000, 1, 0));
		}
	}

	private Path compile() {
		return NativeFixture.in(this.directory)
			.kit()
			.bindings("untidy")
			.source(UncountedTests.class, "untidy.c")
			.compile("untidy");
	}

}
