// SPDX-License-Identifier: Apache-2.0
package dev.relib.autoconfigure;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import dev.relib.ImportBinding;
import dev.relib.ImportSource;
import dev.relib.ModuleDefinition;
import dev.relib.ModuleListener;
import dev.relib.ModuleRegistry;
import dev.relib.RelibModule;
import dev.relib.autoconfigure.plugin.Greeter;
import dev.relib.autoconfigure.plugin.TestLibraries;
import dev.relib.autoconfigure.plugin.Titles;
import dev.relib.spring.BeanImports;
import dev.relib.spring.ModuleBeansPostProcessor;
import dev.relib.spring.Modules;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.context.annotation.ImportCandidates;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import static org.assertj.core.api.Assertions.assertThat;

class RelibAutoConfigurationTests {

	private final ApplicationContextRunner runner = ModuleContext.runner();

	@Test
	void isFoundByBoot() {
		assertThat(ImportCandidates.load(AutoConfiguration.class, getClass().getClassLoader()))
			.contains(RelibAutoConfiguration.class.getName(), RelibEndpointAutoConfiguration.class.getName());
	}

	@Test
	void startsWithoutModules() {
		this.runner.run((context) -> {
			assertThat(context).hasSingleBean(ModuleRegistry.class)
				.hasSingleBean(BeanImports.class)
				.hasSingleBean(ModuleListener.class)
				.hasSingleBean(Modules.class)
				.hasBean(ModuleBeansPostProcessor.MODULES);
			assertThat(context.getBean(ModuleRegistry.class).modules()).isEmpty();
		});
	}

	@Test
	void loadsAConfiguredModule() {
		this.runner.withPropertyValues(ModuleContext.module("greeter", TestLibraries.greeter()))
			.run((context) -> assertThat(
					context.getBean(ModuleRegistry.class).get("greeter").exports(Greeter.class).greet("Ada"))
				.isEqualTo("Hello, Ada"));
	}

	@Test
	void backsOffWhereItIsDisabled() {
		this.runner.withPropertyValues("relib.enabled=false", ModuleContext.module("greeter", TestLibraries.greeter()))
			.run((context) -> {
				assertThat(context).hasNotFailed()
					.doesNotHaveBean(ModuleRegistry.class)
					.doesNotHaveBean(Modules.class)
					.doesNotHaveBean(Greeter.class);
				assertThat(TestLibraries.mapped("greeter")).isEmpty();
			});
	}

	@Test
	void letsAStubStandInWhereItIsDisabled() {
		Greeter stub = (name) -> "stub";
		this.runner.withPropertyValues("relib.enabled=false")
			.withBean(Greeter.class, () -> stub)
			.withBean(Consumer.class)
			.run((context) -> assertThat(context.getBean(Consumer.class).greeter).isSameAs(stub));
	}

	@Test
	void usesARegistryOfTheApplication() {
		this.runner.withUserConfiguration(OwnRegistry.class).withBean(Consumer.class).run((context) -> {
			assertThat(context).hasSingleBean(ModuleRegistry.class);
			assertThat(context.getBean(Consumer.class).greeter.greet("Ada")).isEqualTo("Hello, Ada");
		});
		assertThat(TestLibraries.mapped("greeter")).isEmpty();
	}

	@Test
	void usesAnImportSourceOfTheApplication() {
		ImportBinding titles = ImportBinding.of(Titles.class, (name) -> "Dr. " + name);
		List<String> asked = new ArrayList<>();
		this.runner.withBean(ImportSource.class, () -> (source, trait) -> {
			asked.add(source.module() + " " + trait);
			return Optional.of(titles);
		}).withPropertyValues(ModuleContext.module("polite", TestLibraries.polite())).run((context) -> {
			assertThat(context).doesNotHaveBean(BeanImports.class);
			assertThat(context.getBean(Greeter.class).greet("Ada")).isEqualTo("Dr. Ada");
			assertThat(asked).containsExactly("polite Titles");
		});
	}

	record Consumer(@RelibModule("greeter") Greeter greeter) {

	}

	@Configuration(proxyBeanMethods = false)
	static class OwnRegistry {

		@Bean
		ModuleRegistry registry(ImportSource imports) {
			ModuleRegistry registry = ModuleRegistry.builder().imports(imports).build();
			registry.add(new ModuleDefinition("greeter", TestLibraries.greeter()));
			return registry;
		}

	}

}
