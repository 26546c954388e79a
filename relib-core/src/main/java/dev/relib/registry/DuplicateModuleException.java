package dev.relib.registry;

import java.io.Serial;

import dev.relib.ModuleException;

/**
 * A registry has a module of this name already.
 */
public final class DuplicateModuleException extends ModuleException {

	@Serial
	private static final long serialVersionUID = 1L;

	DuplicateModuleException(String module) {
		super(module, "there is a module '" + module + "' already; choose another name");
	}

}
