// SPDX-License-Identifier: Apache-2.0
package dev.relib.autoconfigure.imports;

import dev.relib.autoconfigure.ModuleContext;
import dev.relib.autoconfigure.plugin.Greeter;
import dev.relib.autoconfigure.plugin.TestLibraries;
import dev.relib.autoconfigure.plugin.Titles;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.config.CustomScopeConfigurer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Scope;
import org.springframework.context.annotation.ScopedProxyMode;
import org.springframework.context.support.SimpleThreadScope;

import static org.assertj.core.api.Assertions.assertThat;

class ScopedImportTests {

	@Test
	void callsTheScopedProxyAndNotItsTarget() {
		ModuleContext.runner()
			.withPropertyValues(ModuleContext.module("polite", TestLibraries.polite()))
			.withUserConfiguration(Scoped.class)
			.run((context) -> assertThat(context.getBean(Greeter.class).greet("Ada"))
				.isEqualTo("Ada of " + Thread.currentThread().getName()));
	}

	@Configuration(proxyBeanMethods = false)
	static class Scoped {

		@Bean
		static CustomScopeConfigurer threadScope() {
			CustomScopeConfigurer scopes = new CustomScopeConfigurer();
			scopes.addScope("thread", new SimpleThreadScope());
			return scopes;
		}

		@Bean
		@Scope(scopeName = "thread", proxyMode = ScopedProxyMode.INTERFACES)
		Titles titles() {
			String thread = Thread.currentThread().getName();
			return (name) -> name + " of " + thread;
		}

	}

}
