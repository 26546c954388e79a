package dev.relib.failure;

import java.io.Serial;

import dev.relib.module.ModuleSource;

/**
 * A module calls a function that the host does not offer.
 */
public final class MissingImportException extends ModuleLoadException {

	@Serial
	private static final long serialVersionUID = 1L;

	private final String function;

	/**
	 * Creates an exception.
	 * @param source the module and its library
	 * @param function the trait or function that is missing
	 * @param problem what is wrong, as a clause without a full stop
	 * @param fix what to do about it, as a sentence
	 */
	public MissingImportException(ModuleSource source, String function, String problem, String fix) {
		super(source, problem, fix);
		this.function = function;
	}

	/**
	 * What is missing.
	 * @return a trait or function, for example {@code Progress.report}
	 */
	public String function() {
		return this.function;
	}

}
