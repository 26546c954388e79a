// SPDX-License-Identifier: Apache-2.0
package dev.relib.image.fuzz;

import java.nio.file.Path;
import java.util.List;

import dev.relib.image.fuzz.Mutator.Place;

/**
 * A reader of untrusted files.
 */
public interface FuzzTarget {

	/** Reads a file. May throw any exception. */
	void read(Path file) throws Exception;

	/** Tells whether the reader may throw an exception. */
	boolean mayThrow(Throwable thrown);

	/** Returns texts that are worse than numbers. */
	default List<String> words() {
		return List.of();
	}

	/** Returns the parts of a file to mutate. */
	List<Place> places(byte[] content);

}
