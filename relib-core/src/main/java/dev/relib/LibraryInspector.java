// SPDX-License-Identifier: Apache-2.0
package dev.relib;

import java.nio.file.Path;

import dev.relib.module.Inspection;

/**
 * Inspects library files without loading them. Thread-safe. relib implements it and
 * {@link Relib#inspect} finds the implementation with {@link java.util.ServiceLoader},
 * which keeps relib's other packages out of this one.
 */
public interface LibraryInspector {

	/**
	 * Reads a library file and describes it.
	 * @param library the library's path
	 * @return a snapshot
	 * @throws dev.relib.failure.UnreadableLibraryException if the file is missing or
	 * unreadable
	 * @throws dev.relib.failure.NotALibraryException if the file is damaged, or no 64-bit
	 * little-endian ELF library
	 */
	Inspection inspect(Path library);

}
