// SPDX-License-Identifier: Apache-2.0
package dev.relib.module;

import java.nio.file.Path;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A library that another library needs. Immutable.
 *
 * @param name its name in the other library
 * @param neededBy the other library's file name
 * @param status whether the loader would find it
 * @param path the path that the loader would open; {@code null} unless it was found
 * @param missingVersions the symbol versions that are required of it and that it lacks
 */
public record NeededLibrary(String name, String neededBy, Status status, @Nullable Path path,
		List<String> missingVersions) {

	public NeededLibrary {
		missingVersions = List.copyOf(missingVersions);
	}

	/**
	 * Results of the search for a needed library.
	 */
	public enum Status {

		/** It is on this machine. */
		FOUND,
		/** It is not on this machine. */
		MISSING,
		/** The library that needs it was built for another platform. */
		NOT_SEARCHED

	}

}
