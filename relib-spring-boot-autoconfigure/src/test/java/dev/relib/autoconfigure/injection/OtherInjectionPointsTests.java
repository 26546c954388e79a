// SPDX-License-Identifier: Apache-2.0
package dev.relib.autoconfigure.injection;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

import dev.relib.RelibModule;
import dev.relib.autoconfigure.ModuleContext;
import dev.relib.autoconfigure.plugin.Greeter;
import dev.relib.autoconfigure.plugin.TestLibraries;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.CustomAutowireConfigurer;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.beans.factory.config.DependencyDescriptor;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.ContextAnnotationAutowireCandidateResolver;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Injection points without {@link RelibModule} are resolved as without modules.
 */
class OtherInjectionPointsTests {

	private final ApplicationContextRunner runner = ModuleContext.runner()
		.withPropertyValues(ModuleContext.module("greeter", TestLibraries.greeter()), "some.value=seven");

	@Test
	void resolvesValuesAndGenerics() {
		this.runner.withUserConfiguration(Suppliers.class).withBean(Consumer.class).run((context) -> {
			Consumer consumer = context.getBean(Consumer.class);
			assertThat(consumer.value).isEqualTo("seven");
			assertThat(consumer.text.get()).isEqualTo("text");
			assertThat(consumer.map).containsOnlyKeys("text");
		});
	}

	@Test
	void keepsAResolverThatWasThereBefore() {
		this.runner
			.withInitializer((context) -> ((DefaultListableBeanFactory) context.getBeanFactory())
				.setAutowireCandidateResolver(new Answering()))
			.withBean(Answered.class)
			.run((context) -> {
				assertThat(context.getBean(Answered.class).answer).isEqualTo(42);
				assertThat(context.getBean(Answered.class).greeter.greet("Ada")).isEqualTo("Hello, Ada");
			});
	}

	@Test
	void keepsQualifiersThatWereThereBefore() {
		this.runner.withInitializer((context) -> {
			var resolver = new ContextAnnotationAutowireCandidateResolver();
			resolver.addQualifierType(Even.class);
			((DefaultListableBeanFactory) context.getBeanFactory()).setAutowireCandidateResolver(resolver);
		})
			.withUserConfiguration(Numbers.class)
			.withBean(Qualified.class)
			.run((context) -> assertThat(context.getBean(Qualified.class).number).isEqualTo(2));
	}

	@Test
	void keepsConfiguredQualifiers() {
		this.runner.withUserConfiguration(Numbers.class, Configurer.class).withBean(Qualified.class).run((context) -> {
			assertThat(context.getBean(Qualified.class).number).isEqualTo(2);
			assertThat(context.getBean(Qualified.class).greeter.greet("Ada")).isEqualTo("Hello, Ada");
		});
	}

	record Consumer(@Value("${some.value}") String value, Supplier<String> text, Map<String, Supplier<String>> map) {

	}

	record Answered(int answer, @RelibModule("greeter") Greeter greeter) {

	}

	record Qualified(@Even Integer number, @RelibModule("greeter") Greeter greeter) {

	}

	@Configuration(proxyBeanMethods = false)
	static class Suppliers {

		@Bean
		Supplier<String> text() {
			return () -> "text";
		}

		@Bean
		Supplier<Integer> number() {
			return () -> 1;
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class Numbers {

		@Bean
		Integer one() {
			return 1;
		}

		@Bean
		@Even
		Integer two() {
			return 2;
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class Configurer {

		@Bean
		static CustomAutowireConfigurer customAutowireConfigurer() {
			CustomAutowireConfigurer configurer = new CustomAutowireConfigurer();
			configurer.setCustomQualifierTypes(Set.of(Even.class));
			return configurer;
		}

	}

	@Target({ ElementType.METHOD, ElementType.PARAMETER })
	@Retention(RetentionPolicy.RUNTIME)
	@interface Even {

	}

	static class Answering extends ContextAnnotationAutowireCandidateResolver {

		@Override
		public Object getSuggestedValue(DependencyDescriptor descriptor) {
			return (descriptor.getDependencyType() == int.class) ? 42 : super.getSuggestedValue(descriptor);
		}

	}

}
