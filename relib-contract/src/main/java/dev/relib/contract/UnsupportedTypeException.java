package dev.relib.contract;

import java.io.Serial;

import dev.relib.failure.RelibException;

/**
 * Values of a Java type can not cross between Java and a module.
 */
public final class UnsupportedTypeException extends RelibException {

	@Serial
	private static final long serialVersionUID = 1L;

	UnsupportedTypeException(String problem) {
		super(problem);
	}

	/**
	 * The type, why its values can not cross, and what to use instead.
	 * @return a clause that can follow {@code uses}, {@code takes} or {@code returns}
	 */
	public String problem() {
		return String.valueOf(getMessage());
	}

}
