// SPDX-License-Identifier: Apache-2.0
package dev.relib.autoconfigure;

import java.nio.file.Path;

import dev.relib.autoconfigure.plugin.Greeter;
import org.springframework.boot.autoconfigure.AutoConfigurationPackage;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.convert.ApplicationConversionService;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;

/**
 * Application contexts for tests.
 */
public final class ModuleContext {

	private ModuleContext() {
	}

	/**
	 * A context without a web server whose packages contain the test modules' interfaces.
	 */
	public static ApplicationContextRunner runner() {
		return new ApplicationContextRunner().withConfiguration(AutoConfigurations.of(RelibAutoConfiguration.class))
			.withUserConfiguration(Packages.class);
	}

	/** Returns the property that configures a module. */
	public static String module(String name, Path library) {
		return "relib.modules." + name + ".path=" + library;
	}

	/**
	 * Sets the conversion service that {@code SpringApplication} sets. Without it,
	 * conditions can not read enums from properties.
	 */
	public static void convertAsBootDoes(ConfigurableApplicationContext context) {
		context.getEnvironment().setConversionService(new ApplicationConversionService());
	}

	/** Stands in for {@code @SpringBootApplication} in the package of the interfaces. */
	@Configuration(proxyBeanMethods = false)
	@AutoConfigurationPackage(basePackageClasses = Greeter.class)
	public static class Packages {

	}

}
