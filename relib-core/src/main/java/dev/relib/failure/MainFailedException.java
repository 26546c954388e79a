package dev.relib.failure;

import java.io.Serial;

import dev.relib.module.ModuleSource;

/**
 * The main function of a module has panicked, or an import that it called has failed.
 */
public final class MainFailedException extends ModuleLoadException {

	@Serial
	private static final long serialVersionUID = 1L;

	/**
	 * Creates an exception.
	 * @param source the module and its library
	 * @param failure why it failed
	 */
	public MainFailedException(ModuleSource source, String failure) {
		super(source, "its main function failed (" + failure + ")",
				"Correct it, or do not have it called: relib.modules." + source.module() + ".main=false.");
	}

}
