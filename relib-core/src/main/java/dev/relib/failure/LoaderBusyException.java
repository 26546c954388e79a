// SPDX-License-Identifier: Apache-2.0
package dev.relib.failure;

import java.io.Serial;
import java.time.Duration;

/**
 * Thrown when functions of a loaded library are not looked up in time, because the loader
 * of the system is opening another one. Nothing was changed.
 */
public final class LoaderBusyException extends ModuleException {

	@Serial
	private static final long serialVersionUID = 1L;

	/**
	 * Creates an exception.
	 * @param module the module's name
	 * @param limit how long the look-up has waited
	 * @param holder what the loader is doing
	 */
	public LoaderBusyException(String module, Duration limit, String holder) {
		super(module, "module '" + module + "': its functions were not looked up within "
				+ LoadTimeoutException.text(limit) + ": the loader of the system is not free, and " + holder
				+ ". Ask again when that has ended, and have the constructors of needed libraries do less. How long to wait"
				+ " is relib.load.timeout.");
	}

}
