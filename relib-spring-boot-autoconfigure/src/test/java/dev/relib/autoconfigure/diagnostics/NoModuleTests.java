// SPDX-License-Identifier: Apache-2.0
package dev.relib.autoconfigure.diagnostics;

import java.util.List;
import java.util.Map;

import dev.relib.NativeModule;
import dev.relib.RelibModule;
import dev.relib.autoconfigure.ModuleContext;
import dev.relib.autoconfigure.plugin.Greeter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * No configured module exports the interface that an injection point requires.
 */
class NoModuleTests {

	private final ApplicationContextRunner runner = ModuleContext.runner();

	@ParameterizedTest
	@ValueSource(classes = { Plain.class, Listed.class, Mapped.class })
	void explainsHowToConfigureAModule(Class<?> consumer) {
		FailureAnalysis analysis = Analyses.of(this.runner.withBean(consumer));
		assertThat(analysis.getDescription())
			.endsWith(" in " + consumer.getName() + " required a native module of type '" + Greeter.class.getName()
					+ "', but no configured module exports it.");
		assertThat(analysis.getAction()).isEqualTo("Configure a module that exports Greeter with a property "
				+ "relib.modules.<name>.path. If " + Greeter.class.getName()
				+ " is not below the application's packages, name the module with @RelibModule.");
	}

	@ParameterizedTest
	@ValueSource(classes = { Plain.class, Named.class })
	void saysThatModulesAreSwitchedOff(Class<?> consumer) {
		FailureAnalysis analysis = Analyses
			.of(this.runner.withPropertyValues("relib.enabled=false").withBean(consumer));
		assertThat(analysis.getDescription())
			.isEqualTo("Parameter 0 of constructor in " + consumer.getName() + " required a native module of type '"
					+ Greeter.class.getName() + "', but native modules are switched off.");
		assertThat(analysis.getAction()).isEqualTo("Set relib.enabled to true, or define a bean of that type.");
	}

	@Test
	void saysThatAHandleNeedsAName() {
		FailureAnalysis analysis = Analyses.of(this.runner.withBean(Handle.class));
		assertThat(analysis.getDescription()).endsWith("required a native module without naming it.");
		assertThat(analysis.getAction()).isEqualTo("Name the module with @RelibModule.");
	}

	@Test
	void leavesOtherMissingBeansToBoot() {
		assertThat(Analyses.of(this.runner.withBean(Other.class)).getDescription())
			.contains("required a bean of type 'java.lang.Runnable' that could not be found");
	}

	record Plain(Greeter greeter) {

	}

	static class Listed {

		@Autowired
		private List<Greeter> greeters;

	}

	static class Mapped {

		@Autowired
		private Map<String, Greeter> greeters;

	}

	record Named(@RelibModule("greeter") Greeter greeter) {

	}

	record Handle(NativeModule module) {

	}

	record Other(Runnable runnable) {

	}

}
