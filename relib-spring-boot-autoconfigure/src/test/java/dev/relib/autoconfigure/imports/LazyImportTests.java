// SPDX-License-Identifier: Apache-2.0
package dev.relib.autoconfigure.imports;

import java.util.concurrent.atomic.AtomicInteger;

import dev.relib.autoconfigure.ModuleContext;
import dev.relib.autoconfigure.plugin.Greeter;
import dev.relib.autoconfigure.plugin.TestLibraries;
import dev.relib.autoconfigure.plugin.Titles;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;

import static org.assertj.core.api.Assertions.assertThat;

class LazyImportTests {

	@Test
	void createsALazyBeanWhenTheModuleCallsIt() {
		ModuleContext.runner()
			.withPropertyValues(ModuleContext.module("polite", TestLibraries.polite()))
			.withUserConfiguration(LazyBeans.class)
			.run((context) -> {
				AtomicInteger created = context.getBean("created", AtomicInteger.class);
				assertThat(created).hasValue(0);
				assertThat(context.getBean("polite", Greeter.class).greet("Ada")).isEqualTo("Dr. Ada");
				assertThat(context.getBean("polite", Greeter.class).greet("Ada")).isEqualTo("Dr. Ada");
				assertThat(created).hasValue(1);
			});
	}

	@Configuration(proxyBeanMethods = false)
	static class LazyBeans {

		@Bean
		static AtomicInteger created() {
			return new AtomicInteger();
		}

		@Bean
		@Lazy
		Titles titles(AtomicInteger created) {
			created.incrementAndGet();
			return (name) -> "Dr. " + name;
		}

	}

}
