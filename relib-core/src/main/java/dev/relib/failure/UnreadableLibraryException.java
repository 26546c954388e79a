// SPDX-License-Identifier: Apache-2.0
package dev.relib.failure;

import java.io.Serial;
import java.io.UncheckedIOException;

import dev.relib.module.ModuleSource;

/**
 * Thrown when a module's path names no file, an empty file, or a file that cannot be
 * read.
 */
public final class UnreadableLibraryException extends ModuleLoadException {

	@Serial
	private static final long serialVersionUID = 1L;

	/**
	 * Creates an exception without a cause.
	 * @param source the module and its library
	 * @param problem the problem, as a clause without a full stop
	 * @param fix the remedy, as a sentence
	 */
	public UnreadableLibraryException(ModuleSource source, String problem, String fix) {
		super(source, problem, fix);
	}

	/**
	 * Creates an exception with a cause.
	 * @param source the module and its library
	 * @param problem the problem, as a clause without a full stop
	 * @param fix the remedy, as a sentence
	 * @param cause the cause
	 */
	public UnreadableLibraryException(ModuleSource source, String problem, String fix, Throwable cause) {
		super(source, problem, fix, cause);
	}

	/**
	 * Creates an exception about a missing file.
	 * @param source the module and its library
	 * @return the exception
	 */
	public static UnreadableLibraryException missing(ModuleSource source) {
		return new UnreadableLibraryException(source, "there is no such file",
				"Build the library, or correct the module's path.");
	}

	/**
	 * Creates an exception about a failed read.
	 * @param source the module and its library
	 * @param cause the failed read
	 * @return the exception
	 */
	public static UnreadableLibraryException of(ModuleSource source, Exception cause) {
		Throwable reason = (cause instanceof UncheckedIOException) ? cause.getCause() : cause;
		return new UnreadableLibraryException(source, "it can not be read: " + reason,
				"Make the file readable for the user of this process.", cause);
	}

}
