package dev.relib.failure;

import java.io.Serial;

import org.jspecify.annotations.Nullable;

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
	 * @param cause what led to it, if anything did
	 */
	protected RelibException(String message, @Nullable Throwable cause) {
		super(message, cause);
	}

}
