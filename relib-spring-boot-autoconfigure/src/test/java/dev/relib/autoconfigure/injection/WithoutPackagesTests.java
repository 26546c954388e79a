// SPDX-License-Identifier: Apache-2.0
package dev.relib.autoconfigure.injection;

import dev.relib.RelibModule;
import dev.relib.autoconfigure.ModuleContext;
import dev.relib.autoconfigure.RelibAutoConfiguration;
import dev.relib.autoconfigure.plugin.Greeter;
import dev.relib.autoconfigure.plugin.TestLibraries;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * An interface outside the application's packages is injected where {@link RelibModule}
 * names the module.
 */
class WithoutPackagesTests {

	@Test
	void injectsAModuleIntoAnAnnotatedPoint() {
		new ApplicationContextRunner().withConfiguration(AutoConfigurations.of(RelibAutoConfiguration.class))
			.withPropertyValues(ModuleContext.module("greeter", TestLibraries.greeter()))
			.withBean(Consumer.class)
			.run((context) -> {
				assertThat(context.getBean(Consumer.class).greeter.greet("Ada")).isEqualTo("Hello, Ada");
				assertThat(context).doesNotHaveBean(Greeter.class);
			});
	}

	record Consumer(@RelibModule("greeter") Greeter greeter) {

	}

}
