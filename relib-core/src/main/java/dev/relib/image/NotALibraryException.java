package dev.relib.image;

import java.io.Serial;

import dev.relib.ModuleLoadException;
import dev.relib.ModuleSource;

/**
 * A file is not a whole dynamic library of a known format.
 */
public final class NotALibraryException extends ModuleLoadException {

	@Serial
	private static final long serialVersionUID = 1L;

	NotALibraryException(ModuleSource source, String problem, String fix) {
		super(source, problem, fix);
	}

}
