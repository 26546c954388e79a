package dev.relib.failure;

import java.io.Serial;

/**
 * The native part of the host can not be used here, so that no module can be loaded.
 */
public final class RuntimeUnavailableException extends RelibException {

	@Serial
	private static final long serialVersionUID = 1L;

	/**
	 * Creates an exception.
	 * @param cause why this JVM refuses native access
	 */
	public RuntimeUnavailableException(NativeAccessException cause) {
		super(String.valueOf(cause.getMessage()), cause);
	}

	/**
	 * Creates an exception.
	 * @param message what happened, and what to do about it
	 */
	public RuntimeUnavailableException(String message) {
		super(message);
	}

	/**
	 * Creates an exception.
	 * @param message what happened, and what to do about it
	 * @param cause the failure behind it
	 */
	public RuntimeUnavailableException(String message, Throwable cause) {
		super(message, cause);
	}

}
