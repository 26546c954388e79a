package dev.relib.failure;

import java.io.Serial;

/**
 * An order was given from inside a call of the module while another one was being carried
 * out, which may wait for that call. Nothing was done.
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
				+ " this order comes from; give it after the call has returned, or from another thread");
	}

}
