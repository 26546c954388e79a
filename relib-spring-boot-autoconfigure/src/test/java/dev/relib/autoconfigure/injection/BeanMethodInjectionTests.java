// SPDX-License-Identifier: Apache-2.0
package dev.relib.autoconfigure.injection;

import dev.relib.RelibModule;
import dev.relib.autoconfigure.ModuleContext;
import dev.relib.autoconfigure.plugin.Greeter;
import dev.relib.autoconfigure.plugin.TestLibraries;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import static org.assertj.core.api.Assertions.assertThat;

class BeanMethodInjectionTests {

	@Test
	void injectsIntoTheParametersOfABeanMethod() {
		TestLibraries.greeter();
		ModuleContext.runner()
			.withPropertyValues(ModuleContext.module("bavarian", TestLibraries.greeter("bavarian", "Servus")))
			.withUserConfiguration(Beans.class)
			.run((context) -> assertThat(context.getBean("greetings")).isEqualTo("Servus, Ada. Hello, Ada."));
	}

	@Configuration(proxyBeanMethods = false)
	static class Beans {

		@Bean
		String greetings(@RelibModule("bavarian") Greeter byName,
				@RelibModule("target/test-modules/greeter/libgreeter.so") Greeter byPath) {
			return byName.greet("Ada") + ". " + byPath.greet("Ada") + ".";
		}

	}

}
