// SPDX-License-Identifier: Apache-2.0
package dev.relib;

import java.nio.file.Path;

import dev.relib.module.Inspection;

/**
 * Functions of relib that need no registry. Thread-safe.
 */
public final class Relib {

	private Relib() {
	}

	/**
	 * Describes a library without loading it: only files are read, and the library may be
	 * built for another machine.
	 * @param library the path of a 64-bit little-endian ELF library
	 * @return a snapshot
	 * @throws dev.relib.failure.UnreadableLibraryException if the file is missing or
	 * unreadable
	 * @throws dev.relib.failure.NotALibraryException if the file is damaged or of another
	 * format
	 */
	public static Inspection inspect(Path library) {
		return Services.load(LibraryInspector.class).inspect(library);
	}

}
