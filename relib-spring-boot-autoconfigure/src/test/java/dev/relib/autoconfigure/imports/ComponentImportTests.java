// SPDX-License-Identifier: Apache-2.0
package dev.relib.autoconfigure.imports;

import dev.relib.autoconfigure.ModuleContext;
import dev.relib.autoconfigure.plugin.Greeter;
import dev.relib.autoconfigure.plugin.TestLibraries;
import dev.relib.autoconfigure.plugin.Titles;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Scope;
import org.springframework.stereotype.Component;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Modules call the bean that implements their import interface.
 */
class ComponentImportTests {

	private final ApplicationContextRunner runner = ModuleContext.runner()
		.withPropertyValues(ModuleContext.module("polite", TestLibraries.polite()));

	@Test
	void callsAComponent() {
		run(Doctors.class, "Dr. Ada");
	}

	@Test
	void callsTheResultOfABeanMethod() {
		run(BeanMethod.class, "Sir Ada");
	}

	@Test
	void callsAnInterfaceBelowTheImportInterface() {
		run(NobleTitles.class, "Lady Ada");
	}

	@Test
	void callsABeanThatInheritsTheInterface() {
		run(InheritedTitles.class, "Dr. Ada");
	}

	@Test
	void callsANewObjectOfAPrototypeEachTime() {
		this.runner.withUserConfiguration(Counted.class).run((context) -> {
			Greeter greeter = context.getBean(Greeter.class);
			assertThat(greeter.greet("Ada")).isNotEqualTo(greeter.greet("Ada"));
		});
	}

	private void run(Class<?> configuration, String greeting) {
		this.runner.withUserConfiguration(configuration)
			.run((context) -> assertThat(context.getBean(Greeter.class).greet("Ada")).isEqualTo(greeting));
	}

	@Component
	static class Doctors implements Titles {

		@Override
		public String title(String name) {
			return "Dr. " + name;
		}

	}

	static class InheritedTitles extends Doctors {

	}

	@Configuration(proxyBeanMethods = false)
	static class BeanMethod {

		@Bean
		Titles titles() {
			return (name) -> "Sir " + name;
		}

	}

	interface Nobility extends Titles {

	}

	@Configuration(proxyBeanMethods = false)
	static class NobleTitles {

		@Bean
		Nobility nobility() {
			return (name) -> "Lady " + name;
		}

	}

	@Configuration(proxyBeanMethods = false)
	@Import(CountedTitles.class)
	static class Counted {

	}

	@Scope("prototype")
	static class CountedTitles implements Titles {

		@Override
		public String title(String name) {
			return this + " " + name;
		}

	}

}
