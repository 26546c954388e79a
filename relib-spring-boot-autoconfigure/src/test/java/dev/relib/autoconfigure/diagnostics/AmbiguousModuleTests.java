// SPDX-License-Identifier: Apache-2.0
package dev.relib.autoconfigure.diagnostics;

import dev.relib.autoconfigure.ModuleContext;
import dev.relib.autoconfigure.plugin.Greeter;
import dev.relib.autoconfigure.plugin.TestLibraries;
import org.junit.jupiter.api.Test;
import org.springframework.boot.diagnostics.FailureAnalysis;

import static org.assertj.core.api.Assertions.assertThat;

class AmbiguousModuleTests {

	@Test
	void leavesTwoModulesOfAnInterfaceToBoot() {
		FailureAnalysis analysis = Analyses.of(ModuleContext.runner()
			.withPropertyValues(ModuleContext.module("one", TestLibraries.greeter()),
					ModuleContext.module("two", TestLibraries.greeter("bavarian", "Servus")))
			.withBean(Consumer.class));
		assertThat(analysis.getDescription()).contains("required a single bean, but 2 were found:", "- one: ",
				"- two: ");
	}

	record Consumer(Greeter greeter) {

	}

}
