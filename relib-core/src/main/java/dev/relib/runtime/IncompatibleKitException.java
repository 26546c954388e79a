package dev.relib.runtime;

import java.io.Serial;

import dev.relib.ModuleLoadException;
import dev.relib.ModuleSource;

/**
 * A library was built with a module kit that this host does not understand.
 */
public final class IncompatibleKitException extends ModuleLoadException {

	@Serial
	private static final long serialVersionUID = 1L;

	IncompatibleKitException(ModuleSource source, String problem) {
		super(source, problem, "Build the module again with the kit of this host's version.");
	}

}
