// SPDX-License-Identifier: Apache-2.0
package dev.relib.values;

import java.nio.file.Path;

import dev.relib.ImportBinding;
import dev.relib.ModuleDefinition;
import dev.relib.ModuleRegistry;
import dev.relib.NativeModule;
import dev.relib.fixture.NativeFixture;
import dev.relib.module.ModuleOptions;
import dev.relib.module.Threading;

/**
 * A module that fails in every possible way.
 */
final class PrinterModule implements AutoCloseable {

	/** The exception of the host's implementation. */
	static final RuntimeException JAM = new IllegalStateException("jam");

	final Printer printer;

	final NativeModule module;

	private final ModuleRegistry registry;

	PrinterModule(Path directory, Threading threading) {
		Tray tray = (pages) -> {
			throw JAM;
		};
		Path library = NativeFixture.in(directory).kit().source(PrinterModule.class, "printer.c").compile("printer");
		this.registry = ModuleRegistry.builder().imports(ImportBinding.of(Tray.class, tray)).build();
		this.module = this.registry
			.add(new ModuleDefinition("printer", library, ModuleOptions.builder().threading(threading).build()));
		this.printer = this.module.exports(Printer.class);
	}

	@Override
	public void close() {
		this.registry.close();
	}

}
