// SPDX-License-Identifier: Apache-2.0
package dev.relib.test.rustabort;

import java.nio.file.Path;

import dev.relib.ModuleDefinition;
import dev.relib.ModuleRegistry;
import dev.relib.failure.AbortingPanicsException;
import dev.relib.test.CargoModule;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class RustAbortTests {

	@Test
	void refusesAModuleWhosePanicsAbort() {
		Path library = CargoModule.library("abort", "rustabort");
		try (ModuleRegistry registry = ModuleRegistry.builder().build()) {
			assertThatExceptionOfType(AbortingPanicsException.class)
				.isThrownBy(() -> registry.add(new ModuleDefinition("hasty", library)))
				.withMessage("module 'hasty' (" + library + "): it was built with panic = \"abort\": its first panic "
						+ "would end this process. Remove panic = \"abort\" from the cargo profile that it is built "
						+ "with, or set it to \"unwind\", and build it again.");
		}
	}

	@Test
	void loadsTheSameModuleIfItsPanicsUnwind() {
		Path library = CargoModule.library("rustabort");
		try (ModuleRegistry registry = ModuleRegistry.builder().build()) {
			assertThat(registry.add(new ModuleDefinition("hasty", library)).info().serving()).isNotNull();
		}
	}

}
