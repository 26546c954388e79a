// SPDX-License-Identifier: Apache-2.0
package dev.relib.failure;

import java.io.Serial;

import dev.relib.module.ModuleSource;

/**
 * Thrown when a module's main function panics, or an import that it calls fails. The
 * module is not loaded.
 */
public final class MainFailedException extends ModuleLoadException {

	@Serial
	private static final long serialVersionUID = 1L;

	/**
	 * Creates an exception.
	 * @param source the module and its library
	 * @param failure the panic or the import's exception
	 */
	public MainFailedException(ModuleSource source, String failure) {
		super(source, "its main function failed (" + failure + ")",
				"Fix the main function, or set relib.modules." + source.module() + ".main to false.");
	}

}
