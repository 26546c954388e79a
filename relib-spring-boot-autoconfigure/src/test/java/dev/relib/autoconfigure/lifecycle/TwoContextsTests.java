// SPDX-License-Identifier: Apache-2.0
package dev.relib.autoconfigure.lifecycle;

import dev.relib.autoconfigure.ModuleContext;
import dev.relib.autoconfigure.plugin.Counter;
import dev.relib.autoconfigure.plugin.TestLibraries;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

import static org.assertj.core.api.Assertions.assertThat;

class TwoContextsTests {

	private final ApplicationContextRunner runner = ModuleContext.runner()
		.withPropertyValues(ModuleContext.module("talker", TestLibraries.talker()));

	@Test
	void givesEachContextALibraryOfItsOwn() {
		this.runner.run((one) -> {
			Counter counter = one.getBean(Counter.class);
			assertThat(counter.calls()).isEqualTo(1);
			this.runner.run((other) -> assertThat(other.getBean(Counter.class).calls()).isEqualTo(1));
			assertThat(counter.calls()).isEqualTo(2);
		});
		assertThat(TestLibraries.mapped("talker")).isEmpty();
	}

	@Test
	void loadsALibraryAgainInTheNextContext() {
		for (int i = 0; i < 3; i++) {
			this.runner.run((context) -> assertThat(context.getBean(Counter.class).calls()).isEqualTo(1));
			assertThat(TestLibraries.mapped("talker")).isEmpty();
		}
	}

}
