// SPDX-License-Identifier: Apache-2.0
package dev.relib.failure;

import java.io.Serial;

/**
 * Thrown by an export when the module reports a failed import without an exception of
 * Java: the module called it on another thread, on the stack of a coroutine, or where too
 * little of the stack was left.
 */
public final class ImportFailedException extends ModuleException {

	@Serial
	private static final long serialVersionUID = 1L;

	/**
	 * Creates an exception.
	 * @param module the module's name
	 * @param function the qualified name of the function, for example
	 * {@code Greeter.greet}
	 * @param reason why the import failed, and the fix
	 */
	public ImportFailedException(String module, String function, String reason) {
		super(module, "module '" + module + "' abandoned " + function + " because " + reason);
	}

}
