package dev.relib;

import java.io.Serial;

/**
 * The root of everything that relib throws.
 */
public abstract class RelibException extends RuntimeException {

	@Serial
	private static final long serialVersionUID = 1L;

	/**
	 * Creates an exception without a cause.
	 * @param message what happened, and what to do about it
	 */
	protected RelibException(String message) {
		super(message);
	}

	/**
	 * Creates an exception.
	 * @param message what happened, and what to do about it
	 * @param cause what led to it
	 */
	protected RelibException(String message, Throwable cause) {
		super(message, cause);
	}

}
