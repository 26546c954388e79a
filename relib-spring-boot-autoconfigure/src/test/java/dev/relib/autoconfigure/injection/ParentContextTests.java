// SPDX-License-Identifier: Apache-2.0
package dev.relib.autoconfigure.injection;

import java.util.List;

import dev.relib.ModuleRegistry;
import dev.relib.RelibModule;
import dev.relib.autoconfigure.ModuleContext;
import dev.relib.autoconfigure.plugin.Greeter;
import dev.relib.autoconfigure.plugin.TestLibraries;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

import static org.assertj.core.api.Assertions.assertThat;

class ParentContextTests {

	private final ApplicationContextRunner runner = ModuleContext.runner()
		.withPropertyValues(ModuleContext.module("greeter", TestLibraries.greeter()));

	@Test
	void loadsNothingTwiceInAChild() {
		this.runner.run((parent) -> this.runner.withParent(parent).withBean(Consumer.class).run((child) -> {
			assertThat(child.getBean(ModuleRegistry.class)).isSameAs(parent.getBean(ModuleRegistry.class));
			assertThat(child.getBean(Consumer.class).greeter).isSameAs(parent.getBean(Greeter.class));
			assertThat(child.getBean(Consumer.class).greeters).containsExactly(parent.getBean(Greeter.class));
		}));
	}

	@Test
	void keepsTheModulesOfTheParentWhenAChildIsClosed() {
		this.runner.run((parent) -> {
			this.runner.withParent(parent).withBean(Consumer.class).run((child) -> assertThat(child).hasNotFailed());
			assertThat(parent.getBean(Greeter.class).greet("Ada")).isEqualTo("Hello, Ada");
		});
	}

	@Test
	void showsTheModulesOfTheParentToAChildWithoutAutoConfiguration() {
		this.runner.run((parent) -> new ApplicationContextRunner().withParent(parent)
			.withBean(Plain.class)
			.run((child) -> assertThat(child.getBean(Plain.class).greeter).isSameAs(parent.getBean(Greeter.class))));
	}

	record Consumer(@RelibModule("greeter") Greeter greeter, List<Greeter> greeters) {

	}

	record Plain(Greeter greeter) {

	}

}
