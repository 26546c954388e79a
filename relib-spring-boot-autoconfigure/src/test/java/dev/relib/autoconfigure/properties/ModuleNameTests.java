// SPDX-License-Identifier: Apache-2.0
package dev.relib.autoconfigure.properties;

import java.util.Map;

import dev.relib.RelibModule;
import dev.relib.autoconfigure.ModuleContext;
import dev.relib.autoconfigure.plugin.Greeter;
import dev.relib.autoconfigure.plugin.TestLibraries;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.core.env.SystemEnvironmentPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Modules have the names of their configuration.
 */
class ModuleNameTests {

	private final ApplicationContextRunner runner = ModuleContext.runner();

	@Test
	void takesNamesWithDashesAndCapitals() {
		this.runner
			.withPropertyValues(ModuleContext.module("edge-finder", TestLibraries.greeter()),
					ModuleContext.module("blurFilter", TestLibraries.talker()),
					ModuleContext.module("[under_score]", TestLibraries.greeter("bavarian", "Servus")))
			.withBean(Consumer.class)
			.run((context) -> {
				Consumer consumer = context.getBean(Consumer.class);
				assertThat(consumer.dashes.greet("Ada")).isEqualTo("Hello, Ada");
				assertThat(consumer.capitals.greet("Ada")).isEqualTo("Ada");
				assertThat(consumer.underscore.greet("Ada")).isEqualTo("Servus, Ada");
				assertThat(consumer.all).containsOnlyKeys("edge-finder", "blurFilter", "under_score");
			});
	}

	@Test
	void takesNamesWithDotsInBrackets() {
		this.runner.withPropertyValues(ModuleContext.module("[image.edges]", TestLibraries.greeter()))
			.withBean(Dotted.class)
			.run((context) -> assertThat(context.getBean(Dotted.class).greeter.greet("Ada")).isEqualTo("Hello, Ada"));
	}

	@Test
	void takesNamesFromTheEnvironmentInLowerCase() {
		this.runner
			.withInitializer((context) -> context.getEnvironment()
				.getPropertySources()
				.addFirst(new SystemEnvironmentPropertySource("test-systemEnvironment",
						Map.of("RELIB_MODULES_GREETER_PATH", TestLibraries.greeter().toString()))))
			.run((context) -> assertThat(context.getBean("greeter", Greeter.class).greet("Ada"))
				.isEqualTo("Hello, Ada"));
	}

	@Test
	void leavesABeanOfTheModulesNameAlone() {
		this.runner.withPropertyValues(ModuleContext.module("greeter", TestLibraries.greeter()))
			.withBean("greeter", String.class, () -> "a bean")
			.run((context) -> {
				assertThat(context.getBean("greeter")).isEqualTo("a bean");
				assertThat(context.getBean(Greeter.class).greet("Ada")).isEqualTo("Hello, Ada");
			});
	}

	record Consumer(@RelibModule("edge-finder") Greeter dashes, @RelibModule("blurFilter") Greeter capitals,
			@RelibModule("under_score") Greeter underscore, Map<String, Greeter> all) {

	}

	record Dotted(@RelibModule("image.edges") Greeter greeter) {

	}

}
