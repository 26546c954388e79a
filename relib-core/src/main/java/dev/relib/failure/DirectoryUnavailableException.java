package dev.relib.failure;

import java.io.Serial;
import java.nio.file.Path;

/**
 * There is no place for the private copies of libraries.
 */
public final class DirectoryUnavailableException extends RelibException {

	@Serial
	private static final long serialVersionUID = 1L;

	/**
	 * Creates an exception.
	 * @param parent the directory in which it was to be created
	 * @param cause the failure behind it
	 */
	public DirectoryUnavailableException(Path parent, Exception cause) {
		super("can not create a private directory in " + parent + " (" + cause
				+ "); set relib.directory to an existing one that is writable and not mounted noexec", cause);
	}

}
