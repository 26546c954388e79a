// SPDX-License-Identifier: Apache-2.0
package dev.relib.autoconfigure.injection;

import java.nio.file.Path;

import dev.relib.autoconfigure.ModuleContext;
import dev.relib.autoconfigure.plugin.Herald;
import dev.relib.autoconfigure.plugin.TestLibraries;
import dev.relib.failure.MissingExportException;
import dev.relib.failure.UnknownModuleException;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The {@code @RelibModule} of {@link Herald} names the module {@code herald}.
 */
class NamedInterfaceTests {

	private final ApplicationContextRunner runner = ModuleContext.runner();

	@Test
	void injectsTheModuleThatTheInterfaceNames() {
		this.runner
			.withPropertyValues(ModuleContext.module("other", TestLibraries.herald()),
					ModuleContext.module("herald", another("herald")))
			.withBean(Consumer.class)
			.run((context) -> assertThat(context.getBean(Consumer.class).herald)
				.hasToString("Herald of module 'herald'"));
	}

	@Test
	void ignoresAMissingModuleThatIsNotInjected() {
		this.runner.run((context) -> assertThat(context).hasNotFailed());
	}

	@Test
	void refusesANameThatIsNotConfigured() {
		this.runner.withPropertyValues(ModuleContext.module("other", TestLibraries.herald()))
			.withBean(Consumer.class)
			.run((context) -> assertThat(context).getFailure()
				.rootCause()
				.isInstanceOf(UnknownModuleException.class)
				.hasMessageContaining("there is no module 'herald', the modules are other"));
	}

	@Test
	void refusesAModuleThatDoesNotExportTheInterface() {
		this.runner.withPropertyValues(ModuleContext.module("herald", TestLibraries.greeter()))
			.withBean(Consumer.class)
			.run((context) -> assertThat(context).getFailure()
				.rootCause()
				.isInstanceOf(MissingExportException.class)
				.hasMessageContaining("Herald.announce"));
	}

	private static Path another(String name) {
		return TestLibraries.compile("second_" + name, "heralding.c", name);
	}

	record Consumer(Herald herald) {

	}

}
