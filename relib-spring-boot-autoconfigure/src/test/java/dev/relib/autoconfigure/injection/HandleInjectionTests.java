// SPDX-License-Identifier: Apache-2.0
package dev.relib.autoconfigure.injection;

import dev.relib.ModuleRegistry;
import dev.relib.NativeModule;
import dev.relib.RelibModule;
import dev.relib.autoconfigure.ModuleContext;
import dev.relib.autoconfigure.plugin.TestLibraries;
import dev.relib.module.ModuleState;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class HandleInjectionTests {

	@Test
	void injectsTheHandleOfAModule() {
		TestLibraries.talker();
		ModuleContext.runner()
			.withPropertyValues(ModuleContext.module("greeter", TestLibraries.greeter()))
			.withBean(Consumer.class)
			.run((context) -> {
				Consumer consumer = context.getBean(Consumer.class);
				ModuleRegistry registry = context.getBean(ModuleRegistry.class);
				assertThat(consumer.byName).isSameAs(registry.get("greeter"));
				assertThat(consumer.byPath).isSameAs(registry.get("talker"));
				consumer.byName.unload();
				assertThat(consumer.byName.state()).isEqualTo(ModuleState.UNLOADED);
			});
	}

	record Consumer(@RelibModule("greeter") NativeModule byName,
			@RelibModule("target/test-modules/talker/libtalker.so") NativeModule byPath) {

	}

}
