// SPDX-License-Identifier: Apache-2.0
package dev.relib.autoconfigure.diagnostics;

import dev.relib.autoconfigure.ModuleContext;
import dev.relib.autoconfigure.plugin.TestLibraries;
import dev.relib.autoconfigure.plugin.Titles;
import dev.relib.failure.MissingExportException;
import dev.relib.failure.MissingImportException;
import org.junit.jupiter.api.Test;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The contracts of module and application differ.
 */
class MismatchedModuleTests {

	private final ApplicationContextRunner runner = ModuleContext.runner();

	@Test
	void namesAMissingExport() {
		FailureAnalysis analysis = Analyses
			.of(this.runner.withPropertyValues(ModuleContext.module("greeter", TestLibraries.halfGreeter())));
		assertThat(analysis.getCause()).isInstanceOf(MissingExportException.class);
		assertThat(analysis.getDescription())
			.isEqualTo("The native module 'greeter' could not be loaded from " + TestLibraries.halfGreeter()
					+ ": it does not export Greeter.greet (no symbol __relib__Greeter_greet).");
		assertThat(analysis.getAction()).isEqualTo("Implement \"greet(name: str) -> str\" in the module and "
				+ "compile the generated bindings of Greeter into it.");
	}

	@Test
	void namesAMissingImport() {
		FailureAnalysis analysis = Analyses
			.of(this.runner.withPropertyValues(ModuleContext.module("polite", TestLibraries.polite())));
		assertThat(analysis.getCause()).isInstanceOf(MissingImportException.class);
		assertThat(analysis.getDescription()).endsWith(": it imports Titles, which nobody implements.");
		assertThat(analysis.getAction())
			.isEqualTo("Implement the @RelibImports interface Titles, in Spring as a bean.");
	}

	@Test
	void namesTheBeansOfAnAmbiguousImport() {
		FailureAnalysis analysis = Analyses
			.of(this.runner.withPropertyValues(ModuleContext.module("polite", TestLibraries.polite()))
				.withBean("one", Titles.class, () -> (name) -> name)
				.withBean("two", Titles.class, () -> (name) -> name));
		assertThat(analysis.getDescription()).endsWith(": it imports Titles, which several beans implement: one, two.");
		assertThat(analysis.getAction()).isEqualTo("Mark one of them @Primary.");
	}

}
