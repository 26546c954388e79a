// SPDX-License-Identifier: Apache-2.0
package dev.relib.failure;

import java.io.Serial;

/**
 * Thrown by a method of a plain library with {@link dev.relib.RelibErrno} when its
 * function fails.
 */
public final class ErrnoException extends RelibException {

	@Serial
	private static final long serialVersionUID = 1L;

	private final int errno;

	/**
	 * Creates an exception.
	 * @param function the qualified name of the function
	 * @param errno the error number that the function has left
	 * @param text what the system says of it
	 */
	public ErrnoException(String function, int errno, String text) {
		super(function + ": " + text + " (errno " + errno + ")");
		this.errno = errno;
	}

	/**
	 * Returns the error number.
	 * @return the {@code errno} that the function has left, for example 2 for
	 * {@code ENOENT}; 0 if it has left none
	 */
	public int errno() {
		return this.errno;
	}

}
