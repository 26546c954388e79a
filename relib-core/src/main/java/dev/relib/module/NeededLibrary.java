package dev.relib.module;

import java.nio.file.Path;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A library that another one needs.
 *
 * @param name its name, as the other one has it
 * @param neededBy the file name of the other one
 * @param status whether the loader would find it
 * @param path where; {@code null} unless it was found
 * @param missingVersions the versions of symbols that are needed of it and that it does
 * not offer
 */
public record NeededLibrary(String name, String neededBy, Status status, @Nullable Path path,
		List<String> missingVersions) {

	public NeededLibrary {
		missingVersions = List.copyOf(missingVersions);
	}

	/**
	 * Where it stands with a needed library.
	 */
	public enum Status {

		/** It is on this machine. */
		FOUND,
		/**
		 * It is beside the one that needs it, and nowhere else. A host loads a copy of
		 * that one, beside which it is not.
		 */
		BESIDE,
		/** It is not on this machine. */
		MISSING,
		/** It was not looked for: the one that needs it is for another platform. */
		NOT_SEARCHED

	}

}
