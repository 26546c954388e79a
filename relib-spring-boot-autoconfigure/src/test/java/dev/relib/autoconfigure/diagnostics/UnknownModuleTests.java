// SPDX-License-Identifier: Apache-2.0
package dev.relib.autoconfigure.diagnostics;

import dev.relib.RelibModule;
import dev.relib.autoconfigure.ModuleContext;
import dev.relib.autoconfigure.plugin.Greeter;
import dev.relib.autoconfigure.plugin.TestLibraries;
import dev.relib.failure.UnknownModuleException;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * An injection point names a module that is not configured.
 */
class UnknownModuleTests {

	private final ApplicationContextRunner runner = ModuleContext.runner();

	@Test
	void listsTheKnownNames() {
		FailureAnalysis analysis = Analyses.of(
				this.runner
					.withPropertyValues(ModuleContext.module("greeter", TestLibraries.greeter()),
							ModuleContext.module("worker", TestLibraries.worker()))
					.withBean(InConstructor.class));
		assertThat(analysis.getCause()).isInstanceOf(UnknownModuleException.class);
		assertThat(analysis.getDescription()).isEqualToNormalizingNewlines(
				"There is no native module 'greter'.\n\nIt is required by:\n\n\tParameter 0 of constructor in "
						+ InConstructor.class.getName());
		assertThat(analysis.getAction())
			.isEqualTo("Use one of greeter, worker, or configure it with the " + "property relib.modules.greter.path.");
	}

	@Test
	void explainsHowToConfigureTheFirstModule() {
		assertThat(Analyses.of(this.runner.withBean(InConstructor.class)).getAction())
			.isEqualTo("Configure it with the property relib.modules.greter.path.");
	}

	@Test
	void namesAField() {
		assertThat(Analyses.of(this.runner.withBean(InField.class)).getDescription())
			.endsWith("Field greeter in " + InField.class.getName());
	}

	@Test
	void namesABeanMethod() {
		assertThat(Analyses.of(this.runner.withUserConfiguration(InBeanMethod.class)).getDescription())
			.endsWith("Parameter 0 of method greeting in " + InBeanMethod.class.getName());
	}

	record InConstructor(@RelibModule("greter") Greeter greeter) {

	}

	static class InField {

		@Autowired
		@RelibModule("greter")
		private Greeter greeter;

		String greet() {
			return this.greeter.greet("Ada");
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class InBeanMethod {

		@Bean
		String greeting(@RelibModule("greter") Greeter greeter) {
			return greeter.greet("Ada");
		}

	}

}
