// SPDX-License-Identifier: Apache-2.0
package dev.relib.autoconfigure.lifecycle;

import dev.relib.RelibModule;
import dev.relib.autoconfigure.ModuleContext;
import dev.relib.autoconfigure.plugin.Greeter;
import dev.relib.autoconfigure.plugin.TestLibraries;
import dev.relib.autoconfigure.plugin.Titles;
import dev.relib.failure.MainFailedException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.beans.factory.BeanCurrentlyInCreationException;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A main function that calls beans while the application starts.
 */
@Timeout(60)
class MainFunctionTests {

	private final ApplicationContextRunner runner = ModuleContext.runner()
		.withPropertyValues(ModuleContext.module("opening", TestLibraries.compile("opening", "opening.c", "titles")),
				"relib.modules.opening.main=true", ModuleContext.module("greeter", TestLibraries.greeter()));

	@Test
	void callsABean() {
		this.runner.withBean(Titles.class, () -> (name) -> "Dr. " + name)
			.run((context) -> assertThat(context).hasNotFailed());
	}

	@Test
	void failsToCallABeanThatIsWaitingForModules() {
		this.runner.withBean(Greeting.class).run((context) -> {
			assertThat(context).hasFailed();
			assertThat(context.getStartupFailure()).rootCause()
				.isInstanceOf(MainFailedException.class)
				.hasMessageContaining("module 'opening'")
				.hasMessageContaining("import failed: " + BeanCurrentlyInCreationException.class.getName());
		});
	}

	static class Greeting implements Titles {

		private final Greeter greeter;

		Greeting(@RelibModule("greeter") Greeter greeter) {
			this.greeter = greeter;
		}

		@Override
		public String title(String name) {
			return this.greeter.greet(name);
		}

	}

}
