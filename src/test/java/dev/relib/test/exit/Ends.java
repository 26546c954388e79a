// SPDX-License-Identifier: Apache-2.0
package dev.relib.test.exit;

import java.nio.file.Path;

import dev.relib.ModuleDefinition;
import dev.relib.ModuleRegistry;
import dev.relib.NativeModule;
import dev.relib.failure.ModulePanicException;

/**
 * Lets a module try to end the process, and unloads it.
 */
final class Ends {

	private Ends() {
	}

	public static void main(String[] args) {
		try (ModuleRegistry registry = ModuleRegistry.builder().build()) {
			NativeModule module = registry.add(new ModuleDefinition("ends", Path.of(args[0])));
			Ending ending = module.exports(Ending.class);
			for (int how = 1; how <= 12; how++) {
				try {
					System.out.println("[" + how + "] " + ending.end(how));
				}
				catch (ModulePanicException ex) {
					System.out.println("[" + how + "] " + ex.getMessage());
				}
			}
			System.out.println(module.unload().outcome());
		}
	}

}
