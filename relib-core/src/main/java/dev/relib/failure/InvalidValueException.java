// SPDX-License-Identifier: Apache-2.0
package dev.relib.failure;

import java.io.Serial;

import org.jspecify.annotations.Nullable;

/**
 * Thrown by an export, or by an import that a module calls, when a value cannot be
 * converted: a {@code null} from Java, or bytes of the module that are no value of the
 * declared type.
 */
public final class InvalidValueException extends RelibException {

	@Serial
	private static final long serialVersionUID = 1L;

	/**
	 * Creates an exception without a cause.
	 * @param function the qualified name of the function
	 * @param value the value's place, for example {@code the return value}
	 * @param problem the rest of a sentence that begins with the value
	 */
	public InvalidValueException(String function, String value, String problem) {
		this(function, value, problem, null);
	}

	/**
	 * Creates an exception.
	 * @param function the qualified name of the function
	 * @param value the value's place, for example {@code argument shape.points[3].x}
	 * @param problem the rest of a sentence that begins with the value
	 * @param cause the exception of a record's constructor; {@code null} if there was
	 * none
	 */
	public InvalidValueException(String function, String value, String problem, @Nullable Throwable cause) {
		super(function + ": " + value + " " + problem, cause);
	}

}
