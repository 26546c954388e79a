// SPDX-License-Identifier: Apache-2.0
package dev.relib.autoconfigure.injection;

import java.util.Optional;

import dev.relib.NativeModule;
import dev.relib.RelibModule;
import dev.relib.autoconfigure.ModuleContext;
import dev.relib.autoconfigure.plugin.Greeter;
import dev.relib.autoconfigure.plugin.TestLibraries;
import org.assertj.core.api.ThrowingConsumer;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

class OptionalInjectionTests {

	@Test
	void injectsTheModuleIfItIsConfigured() {
		run((consumer) -> assertThat(consumer.known)
			.hasValueSatisfying((greeter) -> assertThat(greeter.greet("Ada")).isEqualTo("Hello, Ada")));
	}

	@Test
	void injectsNothingIfTheModuleIsNotConfigured() {
		run((consumer) -> {
			assertThat(consumer.unknown).isEmpty();
			assertThat(consumer.unknownHandle).isEmpty();
		});
	}

	@Test
	void leavesAnOptionalFieldAlone() {
		run((consumer) -> assertThat(consumer.notRequired).isNull());
	}

	private static void run(ThrowingConsumer<Consumer> test) {
		ModuleContext.runner()
			.withPropertyValues(ModuleContext.module("greeter", TestLibraries.greeter()))
			.withBean(Consumer.class)
			.run((context) -> test.accept(context.getBean(Consumer.class)));
	}

	static class Consumer {

		@Autowired
		@RelibModule("greeter")
		private Optional<Greeter> known;

		@Autowired
		@RelibModule("unknown")
		private Optional<Greeter> unknown;

		@Autowired
		@RelibModule("unknown")
		private Optional<NativeModule> unknownHandle;

		@Autowired(required = false)
		@RelibModule("unknown")
		private Greeter notRequired;

	}

}
