// SPDX-License-Identifier: Apache-2.0
package dev.relib.failure;

import java.io.Serial;
import java.nio.file.Path;

/**
 * Thrown when a registry is built and cannot create its private directory for copies of
 * libraries.
 */
public final class DirectoryUnavailableException extends RelibException {

	@Serial
	private static final long serialVersionUID = 1L;

	/**
	 * Creates an exception.
	 * @param parent the configured directory
	 * @param cause the failed operation
	 */
	public DirectoryUnavailableException(Path parent, Exception cause) {
		super("can not create a private directory in " + parent + " (" + cause
				+ "); set relib.directory to an existing one that is writable and not mounted noexec", cause);
	}

}
