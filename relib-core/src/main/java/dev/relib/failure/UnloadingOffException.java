// SPDX-License-Identifier: Apache-2.0
package dev.relib.failure;

import java.io.Serial;

/**
 * Thrown when a loaded module is reloaded while unloading is switched off: the generation
 * that serves could never be unloaded.
 */
public final class UnloadingOffException extends ModuleException {

	@Serial
	private static final long serialVersionUID = 1L;

	/**
	 * Creates an exception.
	 * @param module the module's name
	 */
	public UnloadingOffException(String module) {
		super(module, "module '" + module
				+ "' is not reloaded: unloading is switched off; set relib.unloading to true, or restart the process");
	}

}
