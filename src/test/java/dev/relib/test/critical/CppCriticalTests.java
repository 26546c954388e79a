// SPDX-License-Identifier: Apache-2.0
package dev.relib.test.critical;

import java.nio.file.Path;

import dev.relib.ModuleDefinition;
import dev.relib.ModuleRegistry;
import dev.relib.failure.ModulePanicException;
import dev.relib.module.LinkerOption;
import dev.relib.module.ModuleOptions;
import dev.relib.test.CppModule;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * A critical export that throws unwinds inside of its module.
 */
@EnabledForJreRange(min = JRE.JAVA_22)
class CppCriticalTests {

	private static Path library;

	@BeforeAll
	static void compile(@TempDir Path directory) {
		library = CppModule.compile(directory, "cppcritical", "counted");
	}

	@Test
	void tellsOfExceptionsAndGoesOn() {
		throwsEachOtherTime(ModuleOptions.DEFAULT);
	}

	@Test
	void goesOnWhereTheWayToComputeIsRestored() {
		throwsEachOtherTime(ModuleOptions.builder().restoreFloatingPoint(true).build());
	}

	private static void throwsEachOtherTime(ModuleOptions options) {
		try (ModuleRegistry registry = ModuleRegistry.builder().linker(LinkerOption.FFM).build()) {
			Counted counted = registry.add(new ModuleDefinition("counted", library, options)).exports(Counted.class);
			for (int i = 1; i < 10; i += 2) {
				assertThatExceptionOfType(ModulePanicException.class).isThrownBy(counted::quick)
					.withMessageContaining("odd");
				assertThat(counted.quick()).isEqualTo(i + 1);
			}
			assertThat(counted.ordinary()).isEqualTo(10);
		}
	}

}
