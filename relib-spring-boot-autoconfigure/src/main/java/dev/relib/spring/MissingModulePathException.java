// SPDX-License-Identifier: Apache-2.0
package dev.relib.spring;

import java.io.Serial;

import dev.relib.failure.ModuleException;

/**
 * Thrown when a configured module has no path to its library.
 */
public final class MissingModulePathException extends ModuleException {

	@Serial
	private static final long serialVersionUID = 1L;

	/**
	 * Creates an exception.
	 * @param module the module's name
	 */
	public MissingModulePathException(String module) {
		super(module, "module '" + module + "' has no path to its library; set relib.modules." + module + ".path");
	}

}
