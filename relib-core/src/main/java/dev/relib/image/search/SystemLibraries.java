// SPDX-License-Identifier: Apache-2.0
package dev.relib.image.search;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The system's directories of libraries.
 *
 * @param libraryPath the directories of {@code LD_LIBRARY_PATH}
 * @param cache finds the paths of a library in the cache of {@code ldconfig}
 */
record SystemLibraries(List<Path> libraryPath, Function<String, List<Path>> cache) {

	static SystemLibraries of(String libraryPath, Function<String, List<Path>> cache) {
		return new SystemLibraries(RunPath.entries(libraryPath, "[:;]").stream().map(Path::of).toList(), cache);
	}

	List<Path> cached(String name) {
		return this.cache.apply(name);
	}

	/** Returns the directories that the loader searches last. */
	List<Path> directories(String machine) {
		String multiarch = machine + "-linux-gnu";
		return Stream.of("/lib/" + multiarch, "/usr/lib/" + multiarch, "/lib64", "/usr/lib64", "/lib", "/usr/lib")
			.map(Path::of)
			.toList();
	}

}
