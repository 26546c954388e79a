// SPDX-License-Identifier: Apache-2.0
package dev.relib.image;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Stream;

import dev.relib.failure.UnreadableLibraryException;
import dev.relib.module.ModuleSource;

/**
 * The files that a library looks for beside itself. Immutable.
 *
 * @param root the directory that the library and all of them are in or below
 * @param files their absolute paths; no directories
 */
record CompanionFiles(Path root, List<Path> files) {

	private static final int MAX = 10_000;

	/**
	 * Finds them.
	 * @param source the module and its library
	 * @param library the library's absolute path
	 * @param names paths and globs, relative to its directory; a directory stands for all
	 * that is in it
	 * @throws UnreadableLibraryException if there is nothing of a name
	 */
	static CompanionFiles find(ModuleSource source, Path library, List<String> names) throws IOException {
		Path root = library.getParent();
		Set<Path> files = new LinkedHashSet<>();
		for (String name : names) {
			Set<Path> found = new LinkedHashSet<>(find(source, library.getParent(), name));
			if (found.isEmpty()) {
				throw problem(source, name, "is not there", "Put it beside the library, or correct the name.");
			}
			found.remove(library);
			files.addAll(found);
			if (files.size() > MAX) {
				throw problem(source, name, "has more than " + MAX + " files", "Name the directories that are needed.");
			}
		}
		for (Path file : files) {
			while (!file.startsWith(root)) {
				root = root.getParent();
			}
		}
		return new CompanionFiles(root, List.copyOf(files));
	}

	private static List<Path> find(ModuleSource source, Path directory, String name) throws IOException {
		try {
			if (name.isBlank() || Path.of(name).isAbsolute()) {
				throw problem(source, name, "is not relative to the library",
						"Name files and directories by their paths from the library's directory.");
			}
			Path start = start(directory, name);
			if (start.equals(directory.resolve(name).normalize())) {
				return all(start);
			}
			PathMatcher matcher = FileSystems.getDefault().getPathMatcher("glob:" + escape(start) + "/" + rest(name));
			List<Path> found = new ArrayList<>();
			try (Stream<Path> candidates = Files.exists(start) ? Files.walk(start, FileVisitOption.FOLLOW_LINKS)
					: Stream.empty()) {
				for (Path candidate : (Iterable<Path>) candidates.filter(matcher::matches).limit(MAX + 1)::iterator) {
					found.addAll(all(candidate));
				}
			}
			return found;
		}
		catch (InvalidPathException | PatternSyntaxException ex) {
			throw problem(source, name, "is no path and no glob: " + ex.getMessage(), "Correct it.");
		}
	}

	/**
	 * The directories of a glob up to its first wildcard; the whole path if it has none.
	 */
	private static Path start(Path directory, String name) {
		Path start = directory;
		for (String part : name.split("/")) {
			if (isWild(part)) {
				break;
			}
			start = start.resolve(part);
		}
		return start.normalize();
	}

	private static String rest(String name) {
		String[] parts = name.split("/");
		int first = 0;
		while (!isWild(parts[first])) {
			first++;
		}
		return String.join("/", List.of(parts).subList(first, parts.length));
	}

	private static boolean isWild(String part) {
		return part.matches(".*[*?\\[{].*");
	}

	private static String escape(Path path) {
		return path.toString().replaceAll("[\\\\*?\\[\\]{}]", "\\\\$0");
	}

	private static List<Path> all(Path path) throws IOException {
		try (Stream<Path> inside = Files.exists(path) ? Files.walk(path, FileVisitOption.FOLLOW_LINKS)
				: Stream.empty()) {
			return inside.filter((file) -> !Files.isDirectory(file)).limit(MAX + 1L).toList();
		}
	}

	private static UnreadableLibraryException problem(ModuleSource source, String name, String problem, String fix) {
		return new UnreadableLibraryException(source, "its companion '" + name + "' " + problem, fix);
	}

}
