// SPDX-License-Identifier: Apache-2.0
package dev.relib.autoconfigure.imports;

import dev.relib.autoconfigure.ModuleContext;
import dev.relib.autoconfigure.plugin.Greeter;
import dev.relib.autoconfigure.plugin.TestLibraries;
import dev.relib.autoconfigure.plugin.Titles;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ImportExceptionTests {

	@Test
	void bringsTheExceptionOfABeanToTheCallerOfTheModule() {
		IllegalStateException failure = new IllegalStateException("no titles today");
		ModuleContext.runner()
			.withPropertyValues(ModuleContext.module("polite", TestLibraries.polite()))
			.withBean(Titles.class, () -> (name) -> {
				if (name.isEmpty()) {
					throw failure;
				}
				return name;
			})
			.run((context) -> {
				Greeter greeter = context.getBean(Greeter.class);
				assertThatThrownBy(() -> greeter.greet("")).isSameAs(failure);
				assertThat(greeter.greet("Ada")).isEqualTo("Ada");
			});
	}

}
