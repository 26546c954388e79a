// SPDX-License-Identifier: Apache-2.0
package dev.relib.autoconfigure.imports;

import dev.relib.autoconfigure.ModuleContext;
import dev.relib.autoconfigure.plugin.Greeter;
import dev.relib.autoconfigure.plugin.TestLibraries;
import dev.relib.autoconfigure.plugin.Titles;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

import static org.assertj.core.api.Assertions.assertThat;

class ParentContextImportTests {

	@Test
	void callsABeanOfTheParent() {
		Titles plain = (name) -> name;
		Titles doctors = (name) -> "Dr. " + name;
		new ApplicationContextRunner().withBean("plain", Titles.class, () -> plain)
			.withBean("doctors", Titles.class, () -> doctors, (definition) -> definition.setPrimary(true))
			.run((parent) -> ModuleContext.runner()
				.withParent(parent)
				.withPropertyValues(ModuleContext.module("polite", TestLibraries.polite()))
				.run((child) -> assertThat(child.getBean(Greeter.class).greet("Ada")).isEqualTo("Dr. Ada")));
	}

}
