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
 * The application contexts of the tests.
 */
public final class ModuleContext {

	private ModuleContext() {
	}

	/** Without web, with the interfaces of the test modules in its packages. */
	public static ApplicationContextRunner runner() {
		return new ApplicationContextRunner().withConfiguration(AutoConfigurations.of(RelibAutoConfiguration.class))
			.withUserConfiguration(Packages.class);
	}

	/** The property that configures a module. */
	public static String module(String name, Path library) {
		return "relib.modules." + name + ".path=" + library;
	}

	/** Lets conditions read enums from properties, as {@code SpringApplication} does. */
	public static void convertAsBootDoes(ConfigurableApplicationContext context) {
		context.getEnvironment().setConversionService(new ApplicationConversionService());
	}

	/** What {@code @SpringBootApplication} would do in the package of the interfaces. */
	@Configuration(proxyBeanMethods = false)
	@AutoConfigurationPackage(basePackageClasses = Greeter.class)
	public static class Packages {

	}

}
