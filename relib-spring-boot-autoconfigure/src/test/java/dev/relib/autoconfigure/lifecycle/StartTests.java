// SPDX-License-Identifier: Apache-2.0
package dev.relib.autoconfigure.lifecycle;

import dev.relib.ModuleRegistry;
import dev.relib.RelibModule;
import dev.relib.autoconfigure.ModuleContext;
import dev.relib.autoconfigure.plugin.Greeter;
import dev.relib.autoconfigure.plugin.TestLibraries;
import jakarta.annotation.PostConstruct;
import org.junit.jupiter.api.Test;
import org.springframework.boot.LazyInitializationBeanFactoryPostProcessor;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

import static org.assertj.core.api.Assertions.assertThat;

class StartTests {

	private final ApplicationContextRunner runner = ModuleContext.runner()
		.withPropertyValues(ModuleContext.module("greeter", TestLibraries.greeter()));

	@Test
	void loadsModulesThatAreNotInjected() {
		this.runner.run((context) -> {
			assertThat(TestLibraries.mapped("greeter")).isNotEmpty();
			assertThat(context.getBean(ModuleRegistry.class).modules()).hasSize(1);
		});
	}

	@Test
	void loadsModulesBeforeTheirConsumersAreInitialized() {
		this.runner.withBean(Consumer.class)
			.run((context) -> assertThat(context.getBean(Consumer.class).greeting).isEqualTo("Hello, Ada"));
	}

	@Test
	void loadsModulesWithTheirFirstConsumerWhereBeansAreLazy() {
		this.runner
			.withInitializer(
					(context) -> context.addBeanFactoryPostProcessor(new LazyInitializationBeanFactoryPostProcessor()))
			.withBean(Consumer.class)
			.run((context) -> {
				assertThat(TestLibraries.mapped("greeter")).isEmpty();
				assertThat(context.getBean(Consumer.class).greeting).isEqualTo("Hello, Ada");
				assertThat(TestLibraries.mapped("greeter")).isNotEmpty();
			});
	}

	static class Consumer {

		private final Greeter greeter;

		private String greeting;

		Consumer(@RelibModule("greeter") Greeter greeter) {
			this.greeter = greeter;
		}

		@PostConstruct
		void greet() {
			this.greeting = this.greeter.greet("Ada");
		}

	}

}
