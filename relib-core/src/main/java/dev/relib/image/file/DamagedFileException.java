package dev.relib.image.file;

import java.io.Serial;

/**
 * A file says something of itself that can not be. Never leaves what reads files.
 */
public final class DamagedFileException extends RuntimeException {

	@Serial
	private static final long serialVersionUID = 1L;

	/**
	 * Creates an exception.
	 * @param message what can not be, as a clause without a full stop
	 */
	public DamagedFileException(String message) {
		super(message);
	}

}
