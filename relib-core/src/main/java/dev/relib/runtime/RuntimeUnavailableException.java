package dev.relib.runtime;

import java.io.Serial;

import dev.relib.RelibException;
import dev.relib.os.NativeAccessException;

/**
 * The native part of the host can not be used here, so that no module can be loaded.
 */
public final class RuntimeUnavailableException extends RelibException {

	@Serial
	private static final long serialVersionUID = 1L;

	RuntimeUnavailableException(NativeAccessException cause) {
		super(String.valueOf(cause.getMessage()), cause);
	}

	RuntimeUnavailableException(String message) {
		super(message);
	}

	RuntimeUnavailableException(String message, Throwable cause) {
		super(message, cause);
	}

}
