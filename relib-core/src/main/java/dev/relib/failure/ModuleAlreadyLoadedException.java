// SPDX-License-Identifier: Apache-2.0
package dev.relib.failure;

import java.io.Serial;

import dev.relib.module.ModuleSource;

/**
 * Thrown when a library is loaded that a module of the same registry has loaded.
 */
public final class ModuleAlreadyLoadedException extends ModuleLoadException {

	@Serial
	private static final long serialVersionUID = 1L;

	private final String loadedAs;

	/**
	 * Creates an exception.
	 * @param source the module and its library
	 * @param loadedAs the name of the module that has loaded the library
	 */
	public ModuleAlreadyLoadedException(ModuleSource source, String loadedAs) {
		super(source, "the library is already loaded as module '" + loadedAs + "'", loadedAs.equals(source.module())
				? "Reload the module to replace it." : "Use that module, or give this one a library of its own.");
		this.loadedAs = loadedAs;
	}

	/**
	 * Returns the module that has loaded the library.
	 * @return its name
	 */
	public String loadedAs() {
		return this.loadedAs;
	}

}
