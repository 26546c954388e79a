// SPDX-License-Identifier: Apache-2.0
package dev.relib.autoconfigure.imports;

import dev.relib.autoconfigure.ModuleContext;
import dev.relib.autoconfigure.plugin.Greeter;
import dev.relib.autoconfigure.plugin.TestLibraries;
import dev.relib.autoconfigure.plugin.Titles;
import dev.relib.failure.MissingImportException;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Fallback;
import org.springframework.context.annotation.Primary;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Among several beans that implement an import, Spring's rules choose one: primary beans,
 * fallback beans and autowire candidates.
 */
class AmbiguousImportTests {

	private final ApplicationContextRunner runner = ModuleContext.runner()
		.withPropertyValues(ModuleContext.module("polite", TestLibraries.polite()));

	@Test
	void doesNotGuessAmongTwo() {
		this.runner.withUserConfiguration(Doctors.class, Knights.class)
			.run((context) -> assertThat(context).getFailure()
				.rootCause()
				.isInstanceOf(MissingImportException.class)
				.hasMessageContaining("which several beans implement: doctors, knights")
				.hasMessageContaining("Mark one of them @Primary."));
	}

	@Test
	void doesNotGuessAmongTwoThatArePrimary() {
		this.runner.withUserConfiguration(PrimaryTitles.class)
			.withBean("other", Titles.class, () -> (name) -> name, (definition) -> definition.setPrimary(true))
			.run((context) -> assertThat(context).getFailure().rootCause().isInstanceOf(MissingImportException.class));
	}

	@Test
	void callsThePrimaryBean() {
		this.runner.withUserConfiguration(Doctors.class, Knights.class, PrimaryTitles.class)
			.run((context) -> assertThat(context.getBean(Greeter.class).greet("Ada")).isEqualTo("Lady Ada"));
	}

	@Test
	void callsTheOnlyBeanThatIsNotAFallback() {
		this.runner.withUserConfiguration(Doctors.class, FallbackTitles.class)
			.run((context) -> assertThat(context.getBean(Greeter.class).greet("Ada")).isEqualTo("Dr. Ada"));
	}

	@Test
	void ignoresBeansThatAreNotCandidates() {
		this.runner.withUserConfiguration(Doctors.class, NoCandidates.class)
			.run((context) -> assertThat(context.getBean(Greeter.class).greet("Ada")).isEqualTo("Dr. Ada"));
	}

	@Configuration(proxyBeanMethods = false)
	static class Doctors {

		@Bean
		Titles doctors() {
			return (name) -> "Dr. " + name;
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class Knights {

		@Bean
		Titles knights() {
			return (name) -> "Sir " + name;
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class PrimaryTitles {

		@Bean
		@Primary
		Titles ladies() {
			return (name) -> "Lady " + name;
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class FallbackTitles {

		@Bean
		@Fallback
		Titles plain() {
			return (name) -> name;
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class NoCandidates {

		@Bean(autowireCandidate = false)
		Titles hidden() {
			return (name) -> name;
		}

		@Bean(defaultCandidate = false)
		Titles qualified() {
			return (name) -> name;
		}

	}

}
