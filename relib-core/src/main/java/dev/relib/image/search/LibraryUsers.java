// SPDX-License-Identifier: Apache-2.0
package dev.relib.image.search;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Which modules of this host use which libraries. A use ends when the private copy of the
 * module's library is unmapped. Thread-safe.
 */
final class LibraryUsers {

	/** By the unique file names of private copies. */
	private static final Map<String, Use> USES = new ConcurrentHashMap<>();

	private LibraryUsers() {
	}

	/**
	 * Notes what a module uses before its copy is opened, and forgets what has ended. A
	 * copy that was not seen mapped may be that of a load that is running.
	 */
	static void note(Path copy, String module, List<Path> libraries, MappedLibraries mapped) {
		USES.entrySet()
			.removeIf((entry) -> !entry.getValue().isOpen(entry.getKey(), mapped)
					&& (entry.getValue().opened().get() || entry.getValue().module().equals(module)));
		USES.put(copy.getFileName().toString(), new Use(module, Set.copyOf(libraries), new AtomicBoolean()));
	}

	/** Lists the other modules that use a library. */
	static Set<String> others(String module, Path library, MappedLibraries mapped) {
		Set<String> others = new TreeSet<>();
		USES.forEach((copy, use) -> {
			if (use.isOpen(copy, mapped) && !use.module().equals(module) && use.libraries().contains(library)) {
				others.add(use.module());
			}
		});
		return others;
	}

	/**
	 * What a module uses.
	 *
	 * @param opened whether its copy was seen mapped
	 */
	private record Use(String module, Set<Path> libraries, AtomicBoolean opened) {

		boolean isOpen(String copy, MappedLibraries mapped) {
			boolean open = mapped.containsName(copy);
			if (open) {
				this.opened.set(true);
			}
			return open;
		}

	}

}
