// SPDX-License-Identifier: Apache-2.0
package dev.relib.autoconfigure.injection;

import dev.relib.autoconfigure.ModuleContext;
import dev.relib.autoconfigure.plugin.Greeter;
import dev.relib.autoconfigure.plugin.TestLibraries;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.NoUniqueBeanDefinitionException;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

import static org.assertj.core.api.Assertions.assertThat;

class PlainInjectionTests {

	private final ApplicationContextRunner runner = ModuleContext.runner();

	@Test
	void injectsTheOnlyModule() {
		this.runner.withPropertyValues(ModuleContext.module("one", TestLibraries.greeter()))
			.withBean(Consumer.class)
			.run((context) -> assertThat(context.getBean(Consumer.class).greeter.greet("Ada")).isEqualTo("Hello, Ada"));
	}

	@Test
	void doesNotGuessAmongTwo() {
		two().withBean(Consumer.class)
			.run((context) -> assertThat(context).getFailure()
				.rootCause()
				.isInstanceOf(NoUniqueBeanDefinitionException.class)
				.hasMessageContaining("expected single matching bean but found 2: one,two"));
	}

	@Test
	void takesAQualifier() {
		two().withBean(Qualified.class)
			.run((context) -> assertThat(context.getBean(Qualified.class).greeter.greet("Ada"))
				.isEqualTo("Servus, Ada"));
	}

	@Test
	void takesTheModuleWithTheNameOfTheParameter() {
		two().withBean(CalledAfter.class)
			.run((context) -> assertThat(context.getBean(CalledAfter.class).two.greet("Ada")).isEqualTo("Servus, Ada"));
	}

	private ApplicationContextRunner two() {
		return this.runner.withPropertyValues(ModuleContext.module("one", TestLibraries.greeter()),
				ModuleContext.module("two", TestLibraries.greeter("bavarian", "Servus")));
	}

	record Consumer(Greeter greeter) {

	}

	record Qualified(@Qualifier("two") Greeter greeter) {

	}

	record CalledAfter(Greeter two) {

	}

}
