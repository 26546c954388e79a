// SPDX-License-Identifier: Apache-2.0
package dev.relib.autoconfigure.injection;

import dev.relib.ModuleRegistry;
import dev.relib.RelibModule;
import dev.relib.autoconfigure.ModuleContext;
import dev.relib.autoconfigure.plugin.Greeter;
import dev.relib.autoconfigure.plugin.TestLibraries;
import dev.relib.failure.UnknownModuleException;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatException;

class ProviderInjectionTests {

	private final ApplicationContextRunner runner = ModuleContext.runner()
		.withPropertyValues(ModuleContext.module("greeter", TestLibraries.greeter()),
				ModuleContext.module("bavarian", TestLibraries.greeter("bavarian", "Servus")));

	@Test
	void providesTheModule() {
		this.runner.withBean(Consumer.class).run((context) -> {
			ObjectProvider<Greeter> greeter = context.getBean(Consumer.class).bavarian;
			assertThat(greeter.getObject().greet("Ada")).isEqualTo("Servus, Ada");
			assertThat(greeter.getIfAvailable()).isSameAs(greeter.getObject());
			assertThat(greeter.getIfUnique()).isSameAs(greeter.getObject());
			assertThat(greeter.stream()).containsExactly(greeter.getObject());
		});
	}

	@Test
	void loadsALibraryWhenItIsAskedFor() {
		this.runner.withBean(Consumer.class).run((context) -> {
			ModuleRegistry registry = context.getBean(ModuleRegistry.class);
			assertThat(registry.modules()).hasSize(2);
			TestLibraries.talker();
			context.getBean(Consumer.class).talker.getObject();
			assertThat(registry.modules()).hasSize(3);
		});
	}

	@Test
	void refusesAnUnknownNameWhenItIsAskedFor() {
		this.runner.withBean(Consumer.class).run((context) -> {
			ObjectProvider<Greeter> unknown = context.getBean(Consumer.class).unknown;
			assertThatException().isThrownBy(unknown::getObject)
				.withRootCauseInstanceOf(UnknownModuleException.class)
				.withMessageContaining("greeter, bavarian");
			assertThat(unknown.getIfAvailable()).isNull();
			assertThat(unknown.getIfUnique()).isNull();
		});
	}

	@Test
	void providesAllModulesWithoutAnAnnotation() {
		this.runner.withBean(Consumer.class)
			.run((context) -> assertThat(context.getBean(Consumer.class).all.stream().map((any) -> any.greet("Ada")))
				.containsExactly("Hello, Ada", "Servus, Ada"));
	}

	record Consumer(@RelibModule("bavarian") ObjectProvider<Greeter> bavarian,
			@RelibModule("target/test-modules/talker/libtalker.so") ObjectProvider<Greeter> talker,
			@RelibModule("unknown") ObjectProvider<Greeter> unknown, ObjectProvider<Greeter> all) {

	}

}
