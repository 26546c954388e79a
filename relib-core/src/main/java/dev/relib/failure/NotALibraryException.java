package dev.relib.failure;

import java.io.Serial;

import dev.relib.module.ModuleSource;

/**
 * A file is not a whole dynamic library of a format that can be loaded here.
 */
public final class NotALibraryException extends ModuleLoadException {

	@Serial
	private static final long serialVersionUID = 1L;

	/**
	 * Creates an exception.
	 * @param source the module and its library
	 * @param problem what is wrong, as a clause without a full stop
	 * @param fix what to do about it, as a sentence
	 */
	public NotALibraryException(ModuleSource source, String problem, String fix) {
		super(source, problem, fix);
	}

}
