// SPDX-License-Identifier: Apache-2.0
package dev.relib.image.search;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import dev.relib.image.Origin;

/**
 * A library that needs others. Immutable.
 *
 * @param path its path
 * @param runPath its own run path
 * @param inherited the directories of the libraries that need it, which it inherits
 */
record LibraryOwner(Path path, RunPath runPath, List<Path> inherited) {

	/**
	 * Replaces {@code $ORIGIN}, {@code $PLATFORM} and {@code $LIB} in the entries of a
	 * path.
	 */
	List<Path> expand(List<String> entries, String machine) {
		return entries.stream().flatMap((entry) -> libraries(entry, machine)).flatMap((entry) -> {
			String origin = this.path.toAbsolutePath().getParent().toString();
			return path(replace(Origin.replace(entry, origin), "PLATFORM", machine)).stream();
		}).toList();
	}

	/**
	 * Replaces {@code $LIB} by each of its values, which differ between distributions.
	 */
	private static Stream<String> libraries(String entry, String machine) {
		return Stream.of("lib/" + machine + "-linux-gnu", "lib64", "lib")
			.map((directory) -> replace(entry, "LIB", directory))
			.distinct();
	}

	private static String replace(String entry, String word, String value) {
		return entry.replace("$" + word, value).replace("${" + word + "}", value);
	}

	private static Optional<Path> path(String text) {
		try {
			return Optional.of(Path.of(text));
		}
		catch (InvalidPathException ex) {
			return Optional.empty();
		}
	}

}
