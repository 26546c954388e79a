// SPDX-License-Identifier: Apache-2.0
package dev.relib.image.search;

import java.util.Arrays;
import java.util.List;

import dev.relib.module.Linkage;

/**
 * The directories that a library names for the libraries that it needs. Immutable.
 *
 * @param first the {@code RPATH}, which is searched first and applies to indirect
 * dependencies as well
 * @param afterEnvironment the {@code RUNPATH}, which is searched after
 * {@code LD_LIBRARY_PATH}
 * @param only whether the system's directories are skipped
 */
record RunPath(List<String> first, List<String> afterEnvironment, boolean only) {

	/** Each directory is searched for each needed library; libraries name fewer. */
	private static final int MAX = 64;

	static RunPath of(Linkage linkage) {
		String text = linkage.runPath();
		List<String> entries = (text != null) ? entries(text, ":") : List.of();
		return linkage.inherited() ? new RunPath(entries, List.of(), linkage.onlyRunPath())
				: new RunPath(List.of(), entries, linkage.onlyRunPath());
	}

	/** Parts a path. An entry without a name is the working directory. */
	static List<String> entries(String text, String separators) {
		return text.isEmpty() ? List.of()
				: Arrays.stream(text.split(separators, MAX + 1))
					.limit(MAX)
					.map((entry) -> entry.isEmpty() ? "." : entry)
					.toList();
	}

}
