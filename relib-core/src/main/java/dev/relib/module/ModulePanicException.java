package dev.relib.module;

import java.io.Serial;

import dev.relib.ModuleException;

/**
 * An export of a module panicked.
 */
public final class ModulePanicException extends ModuleException {

	@Serial
	private static final long serialVersionUID = 1L;

	private final long version;

	private final String function;

	private final String panic;

	ModulePanicException(String module, long version, String function, String panic) {
		super(module, "module '" + module + "' panicked in " + function + ": " + panic);
		this.version = version;
		this.function = function;
		this.panic = panic;
	}

	/**
	 * The version that panicked.
	 * @return its id
	 */
	public long version() {
		return this.version;
	}

	/**
	 * The export that panicked.
	 * @return for example {@code ImageFilter.apply}
	 */
	public String function() {
		return this.function;
	}

	/**
	 * The module's own words.
	 * @return the panic message
	 */
	public String panic() {
		return this.panic;
	}

}
