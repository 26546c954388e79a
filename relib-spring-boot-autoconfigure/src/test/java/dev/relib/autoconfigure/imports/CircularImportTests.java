// SPDX-License-Identifier: Apache-2.0
package dev.relib.autoconfigure.imports;

import java.util.Locale;

import dev.relib.RelibModule;
import dev.relib.autoconfigure.ModuleContext;
import dev.relib.autoconfigure.plugin.Greeter;
import dev.relib.autoconfigure.plugin.TestLibraries;
import dev.relib.autoconfigure.plugin.Titles;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A bean that a module calls may itself call the module.
 */
class CircularImportTests {

	private final ApplicationContextRunner runner = ModuleContext.runner()
		.withPropertyValues(ModuleContext.module("polite", TestLibraries.polite()));

	@Test
	void injectsTheModuleIntoTheBeanThatItCalls() {
		this.runner.withBean(ByName.class)
			.run((context) -> assertThat(context.getBean(Greeter.class).greet("ada")).isEqualTo("Dr. ADA"));
	}

	@Test
	void injectsTheModuleByTypeToo() {
		this.runner.withBean(ByType.class)
			.run((context) -> assertThat(context.getBean(Greeter.class).greet("ada")).isEqualTo("Dr. ADA"));
	}

	/**
	 * Calls the module, which calls this bean again.
	 */
	private static String title(String name, Greeter greeter) {
		String upper = name.toUpperCase(Locale.ROOT);
		return name.equals(upper) ? "Dr. " + name : greeter.greet(upper);
	}

	static class ByName implements Titles {

		private final Greeter greeter;

		ByName(@RelibModule("polite") Greeter greeter) {
			this.greeter = greeter;
		}

		@Override
		public String title(String name) {
			return CircularImportTests.title(name, this.greeter);
		}

	}

	static class ByType implements Titles {

		private final Greeter greeter;

		ByType(Greeter greeter) {
			this.greeter = greeter;
		}

		@Override
		public String title(String name) {
			return CircularImportTests.title(name, this.greeter);
		}

	}

}
