// SPDX-License-Identifier: Apache-2.0
package dev.relib.failure;

import java.io.Serial;

import dev.relib.module.ModuleState;

/**
 * Thrown when a function of a module is called that no generation can serve, or a module
 * of a closed registry is loaded.
 */
public final class ModuleClosedException extends ModuleException {

	@Serial
	private static final long serialVersionUID = 1L;

	private ModuleClosedException(String module, String message) {
		super(module, message);
	}

	/**
	 * Creates an exception about a call of a module that does not serve.
	 * @param module the module's name
	 * @param state the module's state
	 * @return the exception
	 */
	public static ModuleClosedException notLoaded(String module, ModuleState state) {
		return new ModuleClosedException(module,
				"module '" + module + "' is " + state.text() + "; load it before calling it");
	}

	/**
	 * Creates an exception about a load into a closed registry.
	 * @param module the module's name
	 * @return the exception
	 */
	public static ModuleClosedException registryClosed(String module) {
		return new ModuleClosedException(module,
				"module '" + module + "' is not loaded: its registry is closed; add it to an open one");
	}

	/**
	 * Creates an exception about a call, nested in a call of an earlier generation, of an
	 * interface that only later generations have.
	 * @param module the module's name
	 * @param generation the id of the earlier generation
	 * @return the exception
	 */
	public static ModuleClosedException requestedLater(String module, long generation) {
		return new ModuleClosedException(module, "module '" + module + "' lacks this interface in generation "
				+ generation
				+ ", whose call began before the interface was requested; call it after that call has returned");
	}

}
