// SPDX-License-Identifier: Apache-2.0
package dev.relib.failure;

import java.io.Serial;

/**
 * Thrown by an export when the module panics, or a C++ function throws. The module
 * continues to serve.
 */
public final class ModulePanicException extends ModuleException {

	@Serial
	private static final long serialVersionUID = 1L;

	private final long generation;

	private final String function;

	private final String panic;

	/**
	 * Creates an exception.
	 * @param module the module's name
	 * @param generation the id of the generation that panicked
	 * @param function the qualified name of the function, for example
	 * {@code Greeter.greet}
	 * @param panic the panic's message
	 */
	public ModulePanicException(String module, long generation, String function, String panic) {
		super(module, "module '" + module + "' panicked in " + function + ": " + panic);
		this.generation = generation;
		this.function = function;
		this.panic = panic;
	}

	/**
	 * Returns the generation that panicked.
	 * @return its id
	 */
	public long generation() {
		return this.generation;
	}

	/**
	 * Returns the export that panicked.
	 * @return its qualified name, for example {@code ImageFilter.apply}
	 */
	public String function() {
		return this.function;
	}

	/**
	 * Returns the panic's message.
	 * @return the message as the module has formatted it
	 */
	public String panic() {
		return this.panic;
	}

}
