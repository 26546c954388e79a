// SPDX-License-Identifier: Apache-2.0
package dev.relib.autoconfigure.injection;

import dev.relib.RelibModule;
import dev.relib.autoconfigure.ModuleContext;
import dev.relib.autoconfigure.plugin.Greeter;
import dev.relib.autoconfigure.plugin.TestLibraries;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

class FieldInjectionTests {

	@Test
	void injectsIntoAField() {
		TestLibraries.greeter();
		ModuleContext.runner()
			.withPropertyValues(ModuleContext.module("bavarian", TestLibraries.greeter("bavarian", "Servus")))
			.withBean(Consumer.class)
			.run((context) -> {
				Consumer consumer = context.getBean(Consumer.class);
				assertThat(consumer.byName.greet("Ada")).isEqualTo("Servus, Ada");
				assertThat(consumer.byPath.greet("Ada")).isEqualTo("Hello, Ada");
			});
	}

	static class Consumer {

		@Autowired
		@RelibModule("bavarian")
		private Greeter byName;

		@Autowired
		@RelibModule("target/test-modules/greeter/libgreeter.so")
		private Greeter byPath;

	}

}
