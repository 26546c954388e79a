// SPDX-License-Identifier: Apache-2.0
package dev.relib.failure;

import java.io.Serial;

import org.jspecify.annotations.Nullable;

/**
 * The superclass of the exceptions that relib throws to applications. A message names the
 * problem first and the fix last.
 */
public abstract class RelibException extends RuntimeException {

	@Serial
	private static final long serialVersionUID = 1L;

	/**
	 * Creates an exception without a cause.
	 * @param message the problem, and how to fix it
	 */
	protected RelibException(String message) {
		super(message);
	}

	/**
	 * Creates an exception with a cause.
	 * @param message the problem, and how to fix it
	 * @param cause the cause, or {@code null} if there is none
	 */
	protected RelibException(String message, @Nullable Throwable cause) {
		super(message, cause);
	}

}
