// SPDX-License-Identifier: Apache-2.0
package dev.relib.autoconfigure.injection;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import dev.relib.autoconfigure.ModuleContext;
import dev.relib.autoconfigure.plugin.Counter;
import dev.relib.autoconfigure.plugin.Greeter;
import dev.relib.autoconfigure.plugin.TestLibraries;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Lazy;

import static org.assertj.core.api.Assertions.assertThat;

class CollectionInjectionTests {

	private final ApplicationContextRunner runner = ModuleContext.runner()
		.withPropertyValues(ModuleContext.module("zither", TestLibraries.greeter()),
				ModuleContext.module("talker", TestLibraries.talker()),
				ModuleContext.module("worker", TestLibraries.worker()),
				ModuleContext.module("bavarian", TestLibraries.greeter("bavarian", "Servus")));

	@Test
	void collectsAListInTheOrderOfTheConfiguration() {
		this.runner.withBean(Listed.class)
			.run((context) -> assertThat(context.getBean(Listed.class).greeters)
				.extracting((greeter) -> greeter.greet("Ada"))
				.containsExactly("Hello, Ada", "Ada", "Servus, Ada"));
	}

	@Test
	void collectsAMapByModuleName() {
		this.runner.withBean(Mapped.class).run((context) -> {
			Mapped mapped = context.getBean(Mapped.class);
			assertThat(mapped.greeters).containsOnlyKeys("zither", "talker", "bavarian");
			assertThat(mapped.greeters.keySet()).containsExactly("zither", "talker", "bavarian");
			assertThat(mapped.greeters.get("bavarian").greet("Ada")).isEqualTo("Servus, Ada");
			assertThat(mapped.counters).containsOnlyKeys("talker");
			assertThat(mapped.optional).contains(mapped.greeters);
			assertThat(mapped.provider.getObject()).isEqualTo(mapped.greeters);
			assertThat(mapped.lazy).containsOnlyKeys("talker");
		});
	}

	@Test
	void collectsOtherImplementationsToo() {
		Greeter java = (name) -> "Bean there, " + name;
		this.runner.withBean("java", Greeter.class, () -> java)
			.withBean(Mapped.class)
			.run((context) -> assertThat(context.getBean(Mapped.class).greeters).containsEntry("java", java)
				.hasSize(4));
	}

	@Test
	void keepsApartAModuleAndABeanOfTheSameName() {
		Greeter java = (name) -> "Bean there, " + name;
		this.runner.withBean("zither", Greeter.class, () -> java)
			.withBean(Mapped.class)
			.run((context) -> assertThat(context.getBean(Mapped.class).greeters).containsEntry("zither", java)
				.containsOnlyKeys("zither", "zither.Greeter", "talker", "bavarian"));
	}

	@Test
	void injectsEmptyCollectionsWithoutModules() {
		ModuleContext.runner().withBean(Optionals.class).run((context) -> {
			assertThat(context.getBean(Optionals.class).map).isEmpty();
			assertThat(context.getBean(Optionals.class).list).isEmpty();
			assertThat(context.getBean(Optionals.class).provider.getIfAvailable()).isNull();
		});
	}

	record Listed(List<Greeter> greeters) {

	}

	record Mapped(Map<String, Greeter> greeters, Map<String, Counter> counters, Optional<Map<String, Greeter>> optional,
			ObjectProvider<Map<String, Greeter>> provider, @Lazy Map<String, Counter> lazy) {

	}

	record Optionals(Optional<Map<String, Greeter>> map, Optional<List<Greeter>> list,
			ObjectProvider<Map<String, Greeter>> provider) {

	}

}
