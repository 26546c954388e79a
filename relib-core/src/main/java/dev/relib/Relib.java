package dev.relib;

import java.nio.file.Path;

import dev.relib.module.Inspection;

/**
 * What can be had of relib without a registry.
 */
public final class Relib {

	private Relib() {
	}

	/**
	 * Looks at a library file. Nothing is opened but files, and no code of the library
	 * runs. The library may be for another machine.
	 * @param library the library, a 64-bit little-endian ELF file
	 * @return what it is
	 * @throws dev.relib.failure.ModuleLoadException if it can not be read, is no such
	 * library, or is damaged
	 */
	public static Inspection inspect(Path library) {
		return Services.load(LibraryInspector.class).inspect(library);
	}

}
