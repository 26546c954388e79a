// SPDX-License-Identifier: Apache-2.0
package dev.relib.image.search;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
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

	private static final Pattern LIB = Origin.word("LIB");

	private static final Pattern PLATFORM = Origin.word("PLATFORM");

	/**
	 * Replaces {@code $LIB}, {@code $PLATFORM} and {@code $ORIGIN} in the entries of a
	 * path: the directory comes last, as its name may contain such words.
	 */
	List<Path> expand(List<String> entries, String machine) {
		String origin = this.path.toAbsolutePath().getParent().toString();
		return entries.stream()
			.flatMap((entry) -> each(entry, LIB, "lib/" + machine + "-linux-gnu", "lib64", "lib"))
			.flatMap((entry) -> each(entry, PLATFORM, machine, "haswell", "xeon_phi"))
			.flatMap((entry) -> path(Origin.replace(entry, origin)).stream())
			.toList();
	}

	/**
	 * Replaces a word by each of its values, which differ between distributions and
	 * processors.
	 */
	private static Stream<String> each(String entry, Pattern word, String... values) {
		return Stream.of(values).map((value) -> Origin.replace(word, entry, value)).distinct();
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
