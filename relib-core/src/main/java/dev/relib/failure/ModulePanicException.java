package dev.relib.failure;

import java.io.Serial;

/**
 * An export of a module panicked.
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
	 * @param generation the generation that panicked
	 * @param function the qualified name of the function, for example
	 * {@code Greeter.greet}
	 * @param panic the module's own words
	 */
	public ModulePanicException(String module, long generation, String function, String panic) {
		super(module, "module '" + module + "' panicked in " + function + ": " + panic);
		this.generation = generation;
		this.function = function;
		this.panic = panic;
	}

	/**
	 * The generation that panicked.
	 * @return its id
	 */
	public long generation() {
		return this.generation;
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
