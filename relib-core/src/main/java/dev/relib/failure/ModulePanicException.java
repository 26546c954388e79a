package dev.relib.failure;

import java.io.Serial;

/**
 * An export of a module panicked.
 */
public final class ModulePanicException extends ModuleException {

	@Serial
	private static final long serialVersionUID = 1L;

	private final long version;

	private final String function;

	private final String panic;

	/**
	 * Creates an exception.
	 * @param module the module's name
	 * @param version the generation that panicked
	 * @param function the qualified name of the function, for example
	 * {@code Greeter.greet}
	 * @param panic the module's own words
	 */
	public ModulePanicException(String module, long version, String function, String panic) {
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
