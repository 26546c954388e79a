// SPDX-License-Identifier: Apache-2.0
package dev.relib.image.search;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Which modules of this host use which libraries. A use ends when the private copy of the
 * module's library is unmapped. Thread-safe.
 */
final class LibraryUsers {

	/** By the unique file names of private copies. */
	private static final Map<String, Use> USES = new ConcurrentHashMap<>();

	private LibraryUsers() {
	}

	/** Notes what a module uses as soon as its copy is opened. */
	static void note(Path copy, String module, List<Path> libraries) {
		USES.put(copy.getFileName().toString(), new Use(module, Set.copyOf(libraries)));
	}

	/** Lists the other modules that use a library. */
	static Set<String> others(String module, Path library, MappedLibraries mapped) {
		Set<String> others = new TreeSet<>();
		USES.forEach((copy, use) -> {
			if (!mapped.containsName(copy)) {
				USES.remove(copy, use);
			}
			else if (!use.module().equals(module) && use.libraries().contains(library)) {
				others.add(use.module());
			}
		});
		return others;
	}

	private record Use(String module, Set<Path> libraries) {

	}

}
