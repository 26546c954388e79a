// SPDX-License-Identifier: Apache-2.0
package dev.relib.failure;

import java.io.Serial;

/**
 * Thrown when a registry is built and relib's native runtime cannot be loaded into this
 * process.
 */
public final class RuntimeUnavailableException extends RelibException {

	@Serial
	private static final long serialVersionUID = 1L;

	/**
	 * Creates an exception about a JVM that forbids native access.
	 * @param cause the JVM's refusal
	 */
	public RuntimeUnavailableException(NativeAccessException cause) {
		super(String.valueOf(cause.getMessage()), cause);
	}

	/**
	 * Creates an exception without a cause.
	 * @param message the problem, and how to fix it
	 */
	public RuntimeUnavailableException(String message) {
		super(message);
	}

	/**
	 * Creates an exception with a cause.
	 * @param message the problem, and how to fix it
	 * @param cause the cause
	 */
	public RuntimeUnavailableException(String message, Throwable cause) {
		super(message, cause);
	}

}
