// SPDX-License-Identifier: Apache-2.0
package dev.relib.failure;

import java.io.Serial;

import dev.relib.module.ModuleSource;

/**
 * Thrown when a library of kind {@link dev.relib.module.ModuleKind#KIT} or
 * {@link dev.relib.module.ModuleKind#AUTO} has no descriptor of the module kit.
 */
public final class NoModuleKitException extends ModuleLoadException {

	@Serial
	private static final long serialVersionUID = 1L;

	/**
	 * Creates an exception.
	 * @param source the module and its library
	 */
	public NoModuleKitException(ModuleSource source) {
		super(source, "the library has no symbol relib_module: it was built without the module kit",
				"Compile relib_module.c and the generated bindings into it, and put one RELIB_MODULE line into "
						+ "its sources. To call a library that is no module, set its kind to plain.");
	}

}
