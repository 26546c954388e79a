// SPDX-License-Identifier: Apache-2.0
package dev.relib.test.sanitizer;

import java.nio.file.Path;

import dev.relib.ModuleDefinition;
import dev.relib.ModuleRegistry;
import dev.relib.failure.SanitizerException;
import dev.relib.module.ModuleKind;
import dev.relib.module.ModuleOptions;

/**
 * Loads libraries one after the other, and calls those that are not refused.
 */
final class Loading {

	private Loading() {
	}

	public static void main(String[] libraries) {
		ModuleOptions options = ModuleOptions.builder().kind(ModuleKind.PLAIN).build();
		try (ModuleRegistry registry = ModuleRegistry.builder().build()) {
			for (String library : libraries) {
				try {
					System.out.println(registry.add(new ModuleDefinition(library, Path.of(library), options))
						.exports(Summing.class)
						.sum(20, 22));
				}
				catch (SanitizerException ex) {
					System.out.println(ex);
				}
			}
		}
		System.out.println("end");
	}

}
