// SPDX-License-Identifier: Apache-2.0
package dev.relib.failure;

import java.io.Serial;

/**
 * Thrown when a module is added to a registry that has a module of the same name.
 */
public final class DuplicateModuleException extends ModuleException {

	@Serial
	private static final long serialVersionUID = 1L;

	/**
	 * Creates an exception.
	 * @param module the module's name
	 */
	public DuplicateModuleException(String module) {
		super(module, "there is a module '" + module + "' already; choose another name");
	}

}
