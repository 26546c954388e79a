// SPDX-License-Identifier: Apache-2.0
package dev.relib.autoconfigure.properties;

import dev.relib.autoconfigure.ModuleContext;
import dev.relib.autoconfigure.plugin.Answers;
import dev.relib.autoconfigure.plugin.TestLibraries;
import dev.relib.failure.NoModuleKitException;
import dev.relib.failure.NoUpstreamCratesException;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

import static org.assertj.core.api.Assertions.assertThat;

class ModuleKindTests {

	private final ApplicationContextRunner runner = ModuleContext.runner()
		.withPropertyValues(ModuleContext.module("answers", TestLibraries.plain()));

	@Test
	void makesABeanOfAPlainLibrary() {
		this.runner.withPropertyValues("relib.modules.answers.kind=plain").run((context) -> {
			assertThat(context.getBean("answers", Answers.class).answer()).isEqualTo(42);
			assertThat(context).hasSingleBean(Answers.class);
		});
		assertThat(TestLibraries.mapped("plain")).isEmpty();
	}

	@Test
	void isNotGuessedToBePlain() {
		this.runner.run((context) -> assertThat(context).getFailure()
			.isInstanceOf(NoModuleKitException.class)
			.hasMessageContaining("set its kind to plain"));
	}

	@Test
	void refusesALibraryOfAnotherKind() {
		this.runner.withPropertyValues("relib.modules.answers.kind=upstream")
			.run((context) -> assertThat(context).getFailure().isInstanceOf(NoUpstreamCratesException.class));
	}

}
