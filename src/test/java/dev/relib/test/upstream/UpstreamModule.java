// SPDX-License-Identifier: Apache-2.0
package dev.relib.test.upstream;

import java.nio.file.Path;

import dev.relib.ImportBinding;
import dev.relib.ModuleDefinition;
import dev.relib.ModuleRegistry;
import dev.relib.NativeModule;
import dev.relib.module.ModuleOptions;
import dev.relib.module.UnloadOptions;

/**
 * The crate of {@code native/upstream}, loaded as a module.
 */
final class UpstreamModule implements AutoCloseable {

	final Host host;

	final ModuleRegistry registry;

	final NativeModule module;

	final Crate crate;

	private UpstreamModule(Path library, ModuleOptions options, UnloadOptions patience, Host host) {
		this.host = host;
		this.registry = ModuleRegistry.builder()
			.imports(ImportBinding.of(CrateHost.class, host))
			.unloadOptions(patience)
			.build();
		try {
			this.module = this.registry.add(new ModuleDefinition("crate", library, options));
			this.crate = this.module.exports(Crate.class);
		}
		catch (RuntimeException | Error ex) {
			this.registry.close();
			throw ex;
		}
	}

	static UpstreamModule load(String features) {
		return load(features, ModuleOptions.DEFAULT);
	}

	static UpstreamModule load(String features, ModuleOptions options) {
		return load(features, options, new Host());
	}

	static UpstreamModule load(String features, ModuleOptions options, Host host) {
		return new UpstreamModule(UpstreamCrate.library(features), options, UnloadOptions.DEFAULT, host);
	}

	static UpstreamModule load(String features, UnloadOptions patience) {
		return new UpstreamModule(UpstreamCrate.library(features), ModuleOptions.DEFAULT, patience, new Host());
	}

	static UpstreamModule load(Path library) {
		return new UpstreamModule(library, ModuleOptions.DEFAULT, UnloadOptions.DEFAULT, new Host());
	}

	@Override
	public void close() {
		this.registry.close();
	}

}
