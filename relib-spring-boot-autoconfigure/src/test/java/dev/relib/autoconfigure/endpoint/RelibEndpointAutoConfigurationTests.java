// SPDX-License-Identifier: Apache-2.0
package dev.relib.autoconfigure.endpoint;

import dev.relib.ModuleRegistry;
import dev.relib.autoconfigure.ModuleContext;
import dev.relib.autoconfigure.RelibAutoConfiguration;
import dev.relib.autoconfigure.RelibEndpointAutoConfiguration;
import dev.relib.autoconfigure.plugin.Greeter;
import dev.relib.autoconfigure.plugin.TestLibraries;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.DeferredImportSelector;
import org.springframework.context.annotation.Import;
import org.springframework.core.type.AnnotationMetadata;

import static org.assertj.core.api.Assertions.assertThat;

class RelibEndpointAutoConfigurationTests {

	private final ApplicationContextRunner runner = ModuleContext.runner()
		.withConfiguration(AutoConfigurations.of(RelibEndpointAutoConfiguration.class));

	@Test
	void isCreatedWhereItIsExposed() {
		this.runner.withPropertyValues("management.endpoints.web.exposure.include=relib")
			.run((context) -> assertThat(context).hasSingleBean(RelibEndpoint.class)
				.hasSingleBean(RelibEndpointWebExtension.class));
	}

	@Test
	void isNotCreatedWhereItIsNotExposed() {
		this.runner.run((context) -> assertThat(context).doesNotHaveBean(RelibEndpoint.class)
			.doesNotHaveBean(RelibEndpointWebExtension.class));
	}

	@Test
	void isNotCreatedWhereModulesAreDisabled() {
		this.runner.withPropertyValues("management.endpoints.web.exposure.include=*", "relib.enabled=false")
			.run((context) -> assertThat(context).hasNotFailed()
				.doesNotHaveBean(RelibEndpoint.class)
				.doesNotHaveBean(RelibEndpointWebExtension.class));
	}

	@Test
	void isNotCreatedWithoutActuator() {
		new ApplicationContextRunner().withUserConfiguration(ModuleContext.Packages.class, ByClassFile.class)
			.withClassLoader(new FilteredClassLoader("org.springframework.boot.actuate"))
			.withPropertyValues(ModuleContext.module("greeter", TestLibraries.greeter()))
			.run((context) -> {
				assertThat(context).doesNotHaveBean("relibEndpoint").doesNotHaveBean("relibEndpointWebExtension");
				assertThat(context.getBean("greeter", Greeter.class).greet("Ada")).isEqualTo("Hello, Ada");
			});
	}

	@Test
	void leavesTheWebAloneWhereOnlyJmxIsExposed() {
		this.runner.withPropertyValues("spring.jmx.enabled=true", "management.endpoints.jmx.exposure.include=relib")
			.run((context) -> assertThat(context).hasSingleBean(RelibEndpoint.class)
				.doesNotHaveBean(RelibEndpointWebExtension.class));
	}

	@Test
	void usesBeansOfTheApplication() {
		this.runner.withPropertyValues("management.endpoints.web.exposure.include=relib")
			.withBean("own", RelibEndpoint.class)
			.withBean("ownExtension", RelibEndpointWebExtension.class)
			.run((context) -> {
				assertThat(context.getBean(RelibEndpoint.class)).isSameAs(context.getBean("own"));
				assertThat(context.getBean(RelibEndpointWebExtension.class)).isSameAs(context.getBean("ownExtension"));
			});
	}

	@Test
	void showsARegistryOfTheApplication() {
		ModuleRegistry registry = ModuleRegistry.builder().build();
		this.runner.withPropertyValues("management.endpoints.web.exposure.include=relib")
			.withBean(ModuleRegistry.class, () -> registry)
			.run((context) -> assertThat(context.getBean(RelibEndpoint.class).modules().modules()).isEmpty());
	}

	/**
	 * Selects auto-configurations as Boot does, by name and without loading their
	 * classes.
	 */
	@Configuration(proxyBeanMethods = false)
	@Import(Names.class)
	static class ByClassFile {

	}

	static class Names implements DeferredImportSelector {

		@Override
		public String[] selectImports(AnnotationMetadata importing) {
			return new String[] { RelibAutoConfiguration.class.getName(),
					RelibEndpointAutoConfiguration.class.getName() };
		}

	}

}
