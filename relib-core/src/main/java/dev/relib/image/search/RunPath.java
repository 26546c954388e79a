package dev.relib.image.search;

import java.util.Arrays;
import java.util.List;

import dev.relib.module.Linkage;

/**
 * The directories that a library itself names for what it needs. The older kind is
 * searched first and also for what those need, the newer one after the environment's and
 * for this library alone.
 *
 * @param first the directories of the older kind
 * @param afterEnvironment those of the newer kind
 * @param only whether the system's are not searched
 */
record RunPath(List<String> first, List<String> afterEnvironment, boolean only) {

	/** More than anybody names; each is looked into for each library. */
	private static final int MAX = 64;

	static RunPath of(Linkage linkage) {
		String text = linkage.runPath();
		List<String> entries = (text != null) ? entries(text, ":") : List.of();
		return linkage.inherited() ? new RunPath(entries, List.of(), linkage.onlyRunPath())
				: new RunPath(List.of(), entries, linkage.onlyRunPath());
	}

	static List<String> entries(String text, String separators) {
		return Arrays.stream(text.split(separators, MAX + 1)).limit(MAX).filter((entry) -> !entry.isEmpty()).toList();
	}

	/** Whether an entry depends on where the library is. */
	static boolean isRelative(String entry) {
		return entry.contains("$ORIGIN") || entry.contains("${ORIGIN}");
	}

}
