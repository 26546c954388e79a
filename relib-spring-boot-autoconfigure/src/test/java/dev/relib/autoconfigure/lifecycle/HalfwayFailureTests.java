// SPDX-License-Identifier: Apache-2.0
package dev.relib.autoconfigure.lifecycle;

import dev.relib.autoconfigure.ModuleContext;
import dev.relib.autoconfigure.plugin.Greeter;
import dev.relib.autoconfigure.plugin.TestLibraries;
import dev.relib.failure.MissingImportException;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

import static org.assertj.core.api.Assertions.assertThat;

class HalfwayFailureTests {

	private final ApplicationContextRunner runner = ModuleContext.runner()
		.withPropertyValues(ModuleContext.module("greeter", TestLibraries.greeter()));

	@Test
	void unloadsTheFirstModuleIfTheSecondCanNotBeLoaded() {
		this.runner.withPropertyValues(ModuleContext.module("polite", TestLibraries.polite())).run((context) -> {
			assertThat(context).getFailure().rootCause().isInstanceOf(MissingImportException.class);
			assertThat(TestLibraries.mapped("greeter")).isEmpty();
			assertThat(TestLibraries.mapped("polite")).isEmpty();
		});
	}

	@Test
	void unloadsModulesIfAnotherBeanFails() {
		this.runner.withBean(Failing.class).run((context) -> {
			assertThat(context).getFailure().rootCause().hasMessage("on purpose");
			assertThat(TestLibraries.mapped("greeter")).isEmpty();
		});
	}

	record Failing(Greeter greeter) implements InitializingBean {

		@Override
		public void afterPropertiesSet() {
			assertThat(TestLibraries.mapped("greeter")).isNotEmpty();
			throw new IllegalStateException("on purpose");
		}

	}

}
