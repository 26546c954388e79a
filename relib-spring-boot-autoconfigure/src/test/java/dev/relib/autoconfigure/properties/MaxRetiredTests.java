// SPDX-License-Identifier: Apache-2.0
package dev.relib.autoconfigure.properties;

import dev.relib.ModuleRegistry;
import dev.relib.NativeModule;
import dev.relib.autoconfigure.ModuleContext;
import dev.relib.autoconfigure.plugin.TestLibraries;
import dev.relib.autoconfigure.plugin.Worker;
import dev.relib.failure.TooManyGenerationsException;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Reloads leave at most the configured number of generations behind.
 */
class MaxRetiredTests {

	@Test
	void limitsTheGenerationsThatReloadsLeave() {
		ModuleContext.runner()
			.withPropertyValues(ModuleContext.module("left", TestLibraries.compile("left", "working.c", "worker")),
					"relib.unload.threads-timeout=10ms", "relib.reload.max-retired=1")
			.run((context) -> {
				NativeModule module = context.getBean(ModuleRegistry.class).get("left");
				context.getBean(Worker.class).start();
				module.reload();
				assertThatExceptionOfType(TooManyGenerationsException.class).isThrownBy(module::reload)
					.withMessageContaining("relib.reload.max-retired allows 1: generation 1, threads of the module");
				assertThat(module.info().retired()).hasSize(1);
			});
	}

}
