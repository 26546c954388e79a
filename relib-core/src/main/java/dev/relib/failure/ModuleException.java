// SPDX-License-Identifier: Apache-2.0
package dev.relib.failure;

import java.io.Serial;

/**
 * The superclass of exceptions about one module.
 */
public abstract class ModuleException extends RelibException {

	@Serial
	private static final long serialVersionUID = 1L;

	private final String module;

	/**
	 * Creates an exception without a cause.
	 * @param module the module's name
	 * @param message the problem, and how to fix it
	 */
	protected ModuleException(String module, String message) {
		super(message);
		this.module = module;
	}

	/**
	 * Creates an exception with a cause.
	 * @param module the module's name
	 * @param message the problem, and how to fix it
	 * @param cause the cause
	 */
	protected ModuleException(String module, String message, Throwable cause) {
		super(message, cause);
		this.module = module;
	}

	/**
	 * Returns the module's name.
	 * @return the name in its registry
	 */
	public String module() {
		return this.module;
	}

}
