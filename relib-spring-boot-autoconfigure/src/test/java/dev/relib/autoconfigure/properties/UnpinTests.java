// SPDX-License-Identifier: Apache-2.0
package dev.relib.autoconfigure.properties;

import dev.relib.NativeModule;
import dev.relib.RelibModule;
import dev.relib.autoconfigure.ModuleContext;
import dev.relib.autoconfigure.plugin.TestLibraries;
import dev.relib.module.UnloadReport.Outcome;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

import static org.assertj.core.api.Assertions.assertThat;

class UnpinTests {

	private final ApplicationContextRunner runner = ModuleContext.runner();

	@ParameterizedTest
	@CsvSource({ "relib.enabled=true, UNLOADED", "relib.unpin=true, UNLOADED", "relib.unpin=false, PINNED" })
	void decidesWhetherANodeleteLibraryIsUnmapped(String property, Outcome outcome) {
		this.runner.withPropertyValues(ModuleContext.module("clinging", TestLibraries.clinging()), property)
			.withBean(Configured.class)
			.run((context) -> assertThat(context.getBean(Configured.class).module().unload().outcome())
				.isEqualTo(outcome));
	}

	@ParameterizedTest
	@CsvSource({ "relib.unpin=true, UNLOADED", "relib.unpin=false, PINNED" })
	void appliesToLibrariesThatAreNotConfigured(String property, Outcome outcome) {
		TestLibraries.clinging();
		this.runner.withPropertyValues(property)
			.withBean(Located.class)
			.run((context) -> assertThat(context.getBean(Located.class).module().unload().outcome())
				.isEqualTo(outcome));
	}

	record Configured(@RelibModule("clinging") NativeModule module) {

	}

	record Located(@RelibModule("target/test-modules/clinging/libclinging.so") NativeModule module) {

	}

}
