// SPDX-License-Identifier: Apache-2.0
package dev.relib.failure;

import java.io.Serial;
import java.nio.file.Path;

import dev.relib.module.ModuleSource;

/**
 * Thrown when a user other than the process's own and root can change a library, or
 * replace a directory or link on the way to it: that user could run code in this process.
 */
public final class WritableLibraryException extends ModuleLoadException {

	@Serial
	private static final long serialVersionUID = 1L;

	private final String writable;

	/**
	 * Creates an exception.
	 * @param source the module and its library
	 * @param writable the file, directory or link that another user can change
	 * @param problem the problem, as a clause without a full stop
	 * @param fix the remedy, as a sentence
	 */
	public WritableLibraryException(ModuleSource source, Path writable, String problem, String fix) {
		super(source, problem, fix);
		this.writable = writable.toString();
	}

	/**
	 * Returns the file, directory or link that another user can change.
	 * @return its path
	 */
	public Path writable() {
		return Path.of(this.writable);
	}

}
