package dev.relib.failure;

import java.io.Serial;

import dev.relib.module.ModuleSource;

/**
 * A library without contract returns a box where its host expects a primitive or enum.
 */
public final class ReturnMismatchException extends ModuleLoadException {

	@Serial
	private static final long serialVersionUID = 1L;

	private final String function;

	/**
	 * Creates an exception.
	 * @param source the module and its library
	 * @param function the qualified name of the function, for example
	 * {@code Greeter.greet}
	 * @param declared the host's declaration
	 * @param post the symbol that gives the box back
	 */
	public ReturnMismatchException(ModuleSource source, String function, String declared, String post) {
		super(source,
				"module and host declare " + function + " differently:\n  module: returns a box (symbol " + post
						+ ")\n  host:   " + declared,
				"Declare the return of " + function
						+ " as something that is boxed, such as String or byte[], or have the module return a primitive or enum.");
		this.function = function;
	}

	/**
	 * The function whose return differs.
	 * @return for example {@code ImageFilter.apply}
	 */
	public String function() {
		return this.function;
	}

}
