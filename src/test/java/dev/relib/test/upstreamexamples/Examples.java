// SPDX-License-Identifier: Apache-2.0
package dev.relib.test.upstreamexamples;

import java.nio.file.Path;

import dev.relib.ImportBinding;
import dev.relib.ModuleDefinition;
import dev.relib.ModuleRegistry;
import dev.relib.NativeModule;
import dev.relib.module.UnloadReport.Outcome;
import dev.relib.module.UnloadReport;
import dev.relib.test.CargoWorkspace;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Modules of the shapes of upstream's examples, and their host.
 */
final class Examples implements AutoCloseable {

	private static final CargoWorkspace WORKSPACE = new CargoWorkspace("upstreamexamples");

	private final ModuleRegistry registry;

	Examples(ImportBinding... imports) {
		this.registry = ModuleRegistry.builder().imports(imports).build();
	}

	static Path library(String crate, String features) {
		return WORKSPACE.library(crate, features);
	}

	NativeModule add(String crate) {
		return add(crate, library(crate, ""));
	}

	NativeModule add(String name, Path library) {
		return this.registry.add(new ModuleDefinition(name, library));
	}

	static UnloadReport unload(NativeModule module) {
		UnloadReport report = module.unload();
		assertThat(report.outcome()).as(report.toString()).isEqualTo(Outcome.UNLOADED);
		return report;
	}

	@Override
	public void close() {
		this.registry.close();
	}

}
