package dev.relib;

import java.nio.file.Path;

import dev.relib.module.Inspection;

/**
 * Looks at library files. Implemented by relib itself and found by
 * {@link java.util.ServiceLoader}, so that this package imports no other of relib's.
 */
public interface LibraryInspector {

	/**
	 * Looks at a library file.
	 * @param library the library
	 * @return what it is
	 * @throws dev.relib.failure.ModuleLoadException if it can not be read, is no such
	 * library, or is damaged
	 */
	Inspection inspect(Path library);

}
