// SPDX-License-Identifier: Apache-2.0
package dev.relib.autoconfigure.properties;

import dev.relib.ModuleRegistry;
import dev.relib.autoconfigure.ModuleContext;
import dev.relib.failure.LinkerUnavailableException;
import dev.relib.module.LinkerOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;

import static org.assertj.core.api.Assertions.assertThat;

class LinkerTests {

	@Test
	void isTheOneOfTheProperty() {
		ModuleContext.runner()
			.withPropertyValues("relib.linker=jna")
			.run((context) -> assertThat(context.getBean(ModuleRegistry.class).linker().used())
				.isEqualTo(LinkerOption.JNA));
	}

	@Test
	void refusesAValueThatThereIsNot() {
		ModuleContext.runner()
			.withPropertyValues("relib.linker=jnr")
			.run((context) -> assertThat(context).getFailure()
				.hasStackTraceContaining("Failed to bind properties under 'relib.linker'"));
	}

	@Test
	@EnabledForJreRange(max = JRE.JAVA_21)
	void refusesOneThatThisJdkLacks() {
		ModuleContext.runner()
			.withPropertyValues("relib.linker=ffm")
			.run((context) -> assertThat(context).getFailure()
				.hasRootCauseInstanceOf(UnsupportedOperationException.class)
				.hasStackTraceContaining(LinkerUnavailableException.class.getName()));
	}

}
