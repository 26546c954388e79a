package dev.relib.module;

import java.io.Serial;

import dev.relib.ModuleException;

/**
 * A module says that an import failed, but no Java exception is known for it.
 */
public final class ImportFailedException extends ModuleException {

	@Serial
	private static final long serialVersionUID = 1L;

	ImportFailedException(String module, String function) {
		super(module, "module '" + module + "' gave up " + function
				+ " because an import failed, which this thread has not seen; call imports on the thread of the export");
	}

}
