// SPDX-License-Identifier: Apache-2.0
package dev.relib.autoconfigure.imports;

import dev.relib.autoconfigure.ModuleContext;
import dev.relib.autoconfigure.plugin.TestLibraries;
import dev.relib.failure.MissingImportException;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

class MissingImportTests {

	@Test
	void refusesAModuleWithAnUnimplementedImport() {
		ModuleContext.runner()
			.withPropertyValues(ModuleContext.module("polite", TestLibraries.polite()))
			.run((context) -> assertThat(context).getFailure()
				.rootCause()
				.asInstanceOf(type(MissingImportException.class))
				.satisfies((ex) -> {
					assertThat(ex.module()).isEqualTo("polite");
					assertThat(ex.function()).isEqualTo("Titles");
					assertThat(ex.problem()).isEqualTo("it imports Titles, which nobody implements");
					assertThat(ex.fix())
						.isEqualTo("Implement the @RelibImports interface Titles, in Spring as a bean.");
				}));
	}

}
