// SPDX-License-Identifier: Apache-2.0
package dev.relib.failure;

import java.io.Serial;

/**
 * Thrown by an export when the module reports a failed import and the exception of the
 * import is unknown, because the module called it on another thread.
 */
public final class ImportFailedException extends ModuleException {

	@Serial
	private static final long serialVersionUID = 1L;

	/**
	 * Creates an exception.
	 * @param module the module's name
	 * @param function the qualified name of the function, for example
	 * {@code Greeter.greet}
	 */
	public ImportFailedException(String module, String function) {
		super(module, "module '" + module + "' abandoned " + function
				+ " because an import failed on another thread; call imports on the thread that runs the export");
	}

}
