// SPDX-License-Identifier: Apache-2.0
package dev.relib.autoconfigure.injection;

import dev.relib.ModuleRegistry;
import dev.relib.NativeModule;
import dev.relib.RelibModule;
import dev.relib.autoconfigure.ModuleContext;
import dev.relib.autoconfigure.plugin.Greeter;
import dev.relib.autoconfigure.plugin.TestLibraries;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import static org.assertj.core.api.Assertions.assertThat;

class ConstructorInjectionTests {

	private final ApplicationContextRunner runner = ModuleContext.runner();

	@Test
	void injectsAConfiguredModule() {
		this.runner.withPropertyValues(ModuleContext.module("greeter", TestLibraries.greeter()))
			.withBean(ByName.class)
			.run((context) -> assertThat(context.getBean(ByName.class).greeter.greet("Ada")).isEqualTo("Hello, Ada"));
	}

	@Test
	void tellsModulesApart() {
		this.runner.withPropertyValues(ModuleContext.module("other", TestLibraries.greeter("bavarian", "Servus")))
			.withPropertyValues(ModuleContext.module("greeter", TestLibraries.greeter()))
			.withBean(ByName.class)
			.run((context) -> assertThat(context.getBean(ByName.class).greeter.greet("Ada")).isEqualTo("Hello, Ada"));
	}

	@Test
	void loadsALibraryThatIsNotConfigured() {
		TestLibraries.greeter();
		this.runner.withBean(ByPath.class).run((context) -> {
			assertThat(context.getBean(ByPath.class).greeter.greet("Ada")).isEqualTo("Hello, Ada");
			assertThat(context.getBean(ModuleRegistry.class).modules()).singleElement()
				.extracting(NativeModule::name)
				.isEqualTo("greeter");
		});
	}

	@Test
	void injectsTheSameObjectEverywhere() {
		this.runner.withPropertyValues(ModuleContext.module("greeter", TestLibraries.greeter()))
			.withUserConfiguration(Two.class)
			.run((context) -> assertThat(context.getBean("one", ByName.class).greeter)
				.isSameAs(context.getBean("two", ByName.class).greeter)
				.isSameAs(context.getBean(Greeter.class)));
	}

	record ByName(@RelibModule("greeter") Greeter greeter) {

	}

	record ByPath(@RelibModule("target/test-modules/greeter/libgreeter.so") Greeter greeter) {

	}

	@Configuration(proxyBeanMethods = false)
	static class Two {

		@Bean
		ByName one(@RelibModule("greeter") Greeter greeter) {
			return new ByName(greeter);
		}

		@Bean
		ByName two(@RelibModule("greeter") Greeter greeter) {
			return new ByName(greeter);
		}

	}

}
