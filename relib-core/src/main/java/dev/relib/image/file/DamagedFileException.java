// SPDX-License-Identifier: Apache-2.0
package dev.relib.image.file;

import java.io.Serial;

/**
 * Thrown when a file contradicts itself. {@code dev.relib.image} translates it to an
 * exception of the API.
 */
public final class DamagedFileException extends RuntimeException {

	@Serial
	private static final long serialVersionUID = 1L;

	/**
	 * Creates an exception.
	 * @param message the contradiction, as a clause without a full stop
	 */
	public DamagedFileException(String message) {
		super(message);
	}

}
