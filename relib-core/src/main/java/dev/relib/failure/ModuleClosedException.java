package dev.relib.failure;

import java.io.Serial;

/**
 * A call of a module that is not loaded, or about to be unloaded.
 */
public final class ModuleClosedException extends ModuleException {

	@Serial
	private static final long serialVersionUID = 1L;

	/**
	 * Creates an exception.
	 * @param module the module's name
	 * @param state what the module is instead of loaded, for example {@code unloaded}
	 */
	public ModuleClosedException(String module, String state) {
		super(module, "module '" + module + "' is " + state + "; load it before calling it");
	}

}
