// SPDX-License-Identifier: Apache-2.0
package dev.relib.autoconfigure.injection;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import dev.relib.RelibModule;
import dev.relib.autoconfigure.ModuleContext;
import dev.relib.autoconfigure.plugin.Greeter;
import dev.relib.autoconfigure.plugin.TestLibraries;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.annotation.AliasFor;

import static org.assertj.core.api.Assertions.assertThat;

class ComposedAnnotationTests {

	@Test
	void injectsTheModuleOfAComposedAnnotation() {
		ModuleContext.runner()
			.withPropertyValues(ModuleContext.module("greeter", TestLibraries.greeter()),
					ModuleContext.module("bavarian", TestLibraries.greeter("bavarian", "Servus")))
			.withBean(Consumer.class)
			.run((context) -> {
				Consumer consumer = context.getBean(Consumer.class);
				assertThat(consumer.fixed.greet("Ada")).isEqualTo("Servus, Ada");
				assertThat(consumer.aliased.greet("Ada")).isEqualTo("Hello, Ada");
			});
	}

	static class Consumer {

		private final Greeter fixed;

		@AutowiredModule("greeter")
		private Greeter aliased;

		Consumer(@Bavarian Greeter fixed) {
			this.fixed = fixed;
		}

	}

	@Target(ElementType.PARAMETER)
	@Retention(RetentionPolicy.RUNTIME)
	@RelibModule("bavarian")
	@interface Bavarian {

	}

	@Target(ElementType.FIELD)
	@Retention(RetentionPolicy.RUNTIME)
	@Autowired
	@RelibModule("")
	@interface AutowiredModule {

		@AliasFor(annotation = RelibModule.class)
		String value();

	}

}
