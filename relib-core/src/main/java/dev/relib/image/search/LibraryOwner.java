package dev.relib.image.search;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A library that needs others.
 *
 * @param path where it is
 * @param runPath where it says they are
 * @param inherited where those say that needed it
 */
record LibraryOwner(Path path, RunPath runPath, List<Path> inherited) {

	/**
	 * Puts the words for places into entries of a path.
	 */
	List<Path> expand(List<String> entries, String machine) {
		return entries.stream().flatMap((entry) -> libraries(entry, machine)).flatMap((entry) -> {
			String origin = this.path.toAbsolutePath().getParent().toString();
			return path(replace(replace(entry, "ORIGIN", origin), "PLATFORM", machine)).stream();
		}).toList();
	}

	/** Distributions do not agree on what {@code $LIB} is. */
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
