package dev.relib.image;

import java.io.Serial;

/**
 * A table of a library points out of the file or makes no sense. Never leaves the
 * package.
 */
final class DamagedImageException extends RuntimeException {

	@Serial
	private static final long serialVersionUID = 1L;

	DamagedImageException(String message) {
		super(message);
	}

}
