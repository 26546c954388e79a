// SPDX-License-Identifier: Apache-2.0
package dev.relib.test.processstate;

import java.nio.file.Path;

import dev.relib.ModuleDefinition;
import dev.relib.ModuleRegistry;
import dev.relib.NativeModule;
import dev.relib.module.ModuleOptions;

/**
 * Loads and unloads a module, and prints what it has changed.
 */
final class Tenancy {

	private Tenancy() {
	}

	public static void main(String[] args) {
		try (ModuleRegistry registry = ModuleRegistry.builder().build()) {
			NativeModule module = registry
				.add(new ModuleDefinition("tenant", Path.of(args[0]), ModuleOptions.builder().main(true).build()));
			module.info()
				.serving()
				.processChanges()
				.forEach((change) -> System.out.println("serving " + change.during() + ": " + change));
			module.unload()
				.processChanges()
				.forEach((change) -> System.out.println("left " + change.during() + ": " + change));
		}
	}

}
