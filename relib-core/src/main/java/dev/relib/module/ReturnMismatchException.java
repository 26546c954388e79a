package dev.relib.module;

import java.io.Serial;

import dev.relib.ModuleLoadException;
import dev.relib.ModuleSource;
import dev.relib.contract.FunctionSignature;

/**
 * A library without contract returns a box where its host expects a primitive or enum.
 */
public final class ReturnMismatchException extends ModuleLoadException {

	@Serial
	private static final long serialVersionUID = 1L;

	private final String function;

	ReturnMismatchException(ModuleSource source, FunctionSignature function, String post) {
		super(source,
				"module and host declare " + function.qualifiedName()
						+ " differently:\n  module: returns a box (symbol " + post + ")\n  host:   " + function.text(),
				"Declare the return of " + function.qualifiedName()
						+ " as something that is boxed, such as String or byte[], or have the module return a primitive or enum.");
		this.function = function.qualifiedName();
	}

	/**
	 * The function whose return differs.
	 * @return for example {@code ImageFilter.apply}
	 */
	public String function() {
		return this.function;
	}

}
