// SPDX-License-Identifier: Apache-2.0
package dev.relib.autoconfigure.injection;

import dev.relib.RelibModule;
import dev.relib.autoconfigure.ModuleContext;
import dev.relib.autoconfigure.plugin.Greeter;
import dev.relib.autoconfigure.plugin.TestLibraries;
import org.assertj.core.api.ThrowingConsumer;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

class SetterInjectionTests {

	@Test
	void injectsIntoAnAnnotatedParameter() {
		run((consumer) -> assertThat(consumer.byParameter.greet("Ada")).isEqualTo("Servus, Ada"));
	}

	@Test
	void injectsIntoAnAnnotatedMethod() {
		run((consumer) -> assertThat(consumer.byMethod.greet("Ada")).isEqualTo("Servus, Ada"));
	}

	@Test
	void prefersTheParametersAnnotation() {
		run((consumer) -> assertThat(consumer.byBoth.greet("Ada")).isEqualTo("Servus, Ada"));
	}

	private static void run(ThrowingConsumer<Consumer> test) {
		ModuleContext.runner()
			.withPropertyValues(ModuleContext.module("greeter", TestLibraries.greeter()),
					ModuleContext.module("bavarian", TestLibraries.greeter("bavarian", "Servus")))
			.withBean(Consumer.class)
			.run((context) -> test.accept(context.getBean(Consumer.class)));
	}

	static class Consumer {

		private Greeter byParameter;

		private Greeter byMethod;

		private Greeter byBoth;

		@Autowired
		void setByParameter(@RelibModule("bavarian") Greeter greeter) {
			this.byParameter = greeter;
		}

		@Autowired
		@RelibModule("bavarian")
		void setByMethod(Greeter greeter) {
			this.byMethod = greeter;
		}

		@Autowired
		@RelibModule("greeter")
		void setByBoth(@RelibModule("bavarian") Greeter greeter) {
			this.byBoth = greeter;
		}

	}

}
