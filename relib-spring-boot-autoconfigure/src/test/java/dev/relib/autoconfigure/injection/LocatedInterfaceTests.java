// SPDX-License-Identifier: Apache-2.0
package dev.relib.autoconfigure.injection;

import java.util.List;

import dev.relib.ModuleRegistry;
import dev.relib.NativeModule;
import dev.relib.autoconfigure.ModuleContext;
import dev.relib.autoconfigure.located.Crier;
import dev.relib.autoconfigure.plugin.TestLibraries;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurationPackage;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Configuration;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The {@code @RelibModule} of {@link Crier} names the location of its library.
 */
class LocatedInterfaceTests {

	private final ApplicationContextRunner runner = ModuleContext.runner()
		.withUserConfiguration(Packages.class)
		.withBean(Consumer.class);

	@Test
	void loadsTheLibraryThatTheInterfaceNames() {
		TestLibraries.crier();
		this.runner.run((context) -> assertThat(context.getBean(Consumer.class).crier.announce(1)).isEqualTo(2));
	}

	@Test
	void usesTheModuleThatIsConfiguredWithTheSameLibrary() {
		this.runner.withPropertyValues(ModuleContext.module("town", TestLibraries.crier())).run((context) -> {
			assertThat(context.getBean(Consumer.class).all).containsExactly(context.getBean(Consumer.class).crier);
			assertThat(context.getBean(ModuleRegistry.class).modules()).extracting(NativeModule::name)
				.containsExactly("town");
		});
	}

	@Test
	void prefersTheLibraryThatTheInterfaceNames() {
		TestLibraries.crier();
		this.runner
			.withPropertyValues(ModuleContext.module("other",
					TestLibraries.compile("second_crier", "/dev/relib/autoconfigure/located/crying.c", "crier")))
			.run((context) -> {
				assertThat(context.getBean(Consumer.class).crier).hasToString("Crier of module 'crier'");
				assertThat(context.getBean(Consumer.class).all).hasSize(2);
			});
	}

	record Consumer(Crier crier, List<Crier> all) {

	}

	@Configuration(proxyBeanMethods = false)
	@AutoConfigurationPackage(basePackageClasses = Crier.class)
	static class Packages {

	}

}
