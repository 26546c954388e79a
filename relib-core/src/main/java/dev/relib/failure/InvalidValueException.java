package dev.relib.failure;

import java.io.Serial;

import org.jspecify.annotations.Nullable;

/**
 * A value can not cross between Java and a module.
 */
public final class InvalidValueException extends RelibException {

	@Serial
	private static final long serialVersionUID = 1L;

	/**
	 * Creates an exception.
	 * @param function the function whose value it is
	 * @param value which value, for example {@code the return value}
	 * @param problem what is wrong with it
	 */
	public InvalidValueException(String function, String value, String problem) {
		this(function, value, problem, null);
	}

	/**
	 * Creates an exception.
	 * @param function the function whose value it is
	 * @param value which value, for example {@code argument shape.points[3].x}
	 * @param problem what is wrong with it
	 * @param cause what a record's constructor has thrown, if that is the problem
	 */
	public InvalidValueException(String function, String value, String problem, @Nullable Throwable cause) {
		super(function + ": " + value + " " + problem, cause);
	}

}
