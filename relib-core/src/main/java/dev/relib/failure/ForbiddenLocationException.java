// SPDX-License-Identifier: Apache-2.0
package dev.relib.failure;

import java.io.Serial;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

import dev.relib.module.ModuleSource;

/**
 * Thrown when a library is outside the directories of its
 * {@link dev.relib.LibraryPolicy}.
 */
public final class ForbiddenLocationException extends ModuleLoadException {

	@Serial
	private static final long serialVersionUID = 1L;

	private final String directory;

	/**
	 * Creates an exception.
	 * @param source the module and its library
	 * @param directory the library's real directory
	 * @param allowed the directories that libraries may be in
	 */
	public ForbiddenLocationException(ModuleSource source, Path directory, List<Path> allowed) {
		super(source,
				"its real directory is " + directory + ", and libraries are allowed in "
						+ allowed.stream().map(ForbiddenLocationException::describe).collect(Collectors.joining(", "))
						+ " only",
				"Install it there, or add its directory to relib.policy.allowed-directories.");
		this.directory = directory.toString();
	}

	private static String describe(Path allowed) {
		return Files.exists(allowed) ? allowed.toString() : allowed + " (which does not exist)";
	}

	/**
	 * Returns the directory that the library is in.
	 * @return the directory's real path
	 */
	public Path directory() {
		return Path.of(this.directory);
	}

}
