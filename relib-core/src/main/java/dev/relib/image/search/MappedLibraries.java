// SPDX-License-Identifier: Apache-2.0
package dev.relib.image.search;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The files that are mapped into this process. Immutable.
 *
 * @param names their names in the process maps
 */
record MappedLibraries(Set<String> names) {

	private static final String DELETED = " (deleted)";

	/** Tells whether a file is mapped as it is now on disk. */
	boolean contains(Path file) throws IOException {
		return this.names.contains(file.toRealPath().toString());
	}

	/** Tells whether a file is mapped that was at a path and was replaced. */
	boolean containsOlder(Path file) throws IOException {
		return this.names.contains(file.toRealPath() + DELETED);
	}

	/**
	 * Tells whether the loader may take a mapped file for a library that it is to open.
	 * @param name the name by which the library is needed
	 * @param file the library
	 */
	boolean containsNamesake(String name, Path file) throws IOException {
		Set<String> loaded = this.names.stream()
			.map((mapped) -> mapped.endsWith(DELETED) ? mapped.substring(0, mapped.length() - DELETED.length())
					: mapped)
			.map((mapped) -> mapped.substring(mapped.lastIndexOf('/') + 1))
			.collect(Collectors.toSet());
		return loaded.contains(name) || loaded.contains(file.getFileName().toString())
				|| loaded.contains(file.toRealPath().getFileName().toString());
	}

	/** Tells whether a file with a unique name is mapped. */
	boolean containsName(String name) {
		return this.names.stream().anyMatch((mapped) -> mapped.contains("/" + name));
	}

}
