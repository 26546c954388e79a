// SPDX-License-Identifier: Apache-2.0
package dev.relib.failure;

import java.io.Serial;

/**
 * Thrown when an operation comes from inside a call of the module while another operation
 * runs, which may wait for that call. Nothing was changed.
 */
public final class ModuleBusyException extends ModuleException {

	@Serial
	private static final long serialVersionUID = 1L;

	/**
	 * Creates an exception.
	 * @param module the module's name
	 */
	public ModuleBusyException(String module) {
		super(module, "module '" + module + "' is being loaded, reloaded or unloaded, which may wait for the call that"
				+ " this operation comes from; try again after that call has returned, or on another thread");
	}

}
