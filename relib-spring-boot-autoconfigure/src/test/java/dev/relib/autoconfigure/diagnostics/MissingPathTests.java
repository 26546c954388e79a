// SPDX-License-Identifier: Apache-2.0
package dev.relib.autoconfigure.diagnostics;

import dev.relib.autoconfigure.ModuleContext;
import dev.relib.spring.MissingModulePathException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.diagnostics.FailureAnalysis;

import static org.assertj.core.api.Assertions.assertThat;

class MissingPathTests {

	@ParameterizedTest
	@ValueSource(strings = { "relib.modules.greeter.path=", "relib.modules.greeter.path=  " })
	void explainsAModuleWithoutALibrary(String property) {
		FailureAnalysis analysis = Analyses.of(ModuleContext.runner().withPropertyValues(property));
		assertThat(analysis.getCause()).isInstanceOf(MissingModulePathException.class);
		assertThat(analysis.getDescription())
			.isEqualTo("The native module 'greeter' is configured without a path to its library.");
		assertThat(analysis.getAction()).isEqualTo("Set the property relib.modules.greeter.path.");
	}

}
