// SPDX-License-Identifier: Apache-2.0
package dev.relib.test.plain;

import java.nio.file.Path;

import dev.relib.ModuleDefinition;
import dev.relib.ModuleRegistry;
import dev.relib.NativeModule;
import dev.relib.fixture.NativeFixture;
import dev.relib.module.ModuleKind;
import dev.relib.module.ModuleOptions;

/**
 * A library without the module kit that is loaded for one test.
 */
final class PlainModule implements AutoCloseable {

	private final ModuleRegistry registry = ModuleRegistry.builder().build();

	private final NativeModule module;

	/** Compiles and loads {@code <name>.c}, or a source in another language. */
	PlainModule(Path directory, String source) {
		String name = source.substring(0, source.indexOf('.'));
		Path library = NativeFixture.in(directory)
			.source(PlainModule.class, source)
			.compiler(source.endsWith(".cpp") ? "c++" : "cc")
			.option("-Wl,--version-script=versions.map")
			.header(PlainModule.class, "versions.map")
			.compile(name);
		this.module = this.registry
			.add(new ModuleDefinition(name, library, ModuleOptions.builder().kind(ModuleKind.PLAIN).build()));
	}

	NativeModule module() {
		return this.module;
	}

	<T> T exports(Class<T> type) {
		return this.module.exports(type);
	}

	@Override
	public void close() {
		this.registry.close();
	}

}
