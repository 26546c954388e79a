// SPDX-License-Identifier: Apache-2.0
package dev.relib.marshal;

import java.io.Serial;

import dev.relib.contract.FunctionSignature;
import dev.relib.failure.InvalidValueException;
import org.jspecify.annotations.Nullable;

/**
 * A value can not cross. On its way out it learns where the value is.
 */
final class MarshallingException extends RuntimeException {

	@Serial
	private static final long serialVersionUID = 1L;

	private final String path;

	private final String problem;

	MarshallingException(String problem) {
		this("", problem, null);
	}

	MarshallingException(String problem, Throwable cause) {
		this("", problem, cause);
	}

	private MarshallingException(String path, String problem, @Nullable Throwable cause) {
		super(problem, cause, false, false);
		this.path = path;
		this.problem = problem;
	}

	/**
	 * The same, seen from what the value is in.
	 * @param step for example {@code .name} or {@code [3]}
	 */
	MarshallingException in(String step) {
		return new MarshallingException(step + this.path, this.problem, getCause());
	}

	InvalidValueException of(FunctionSignature function, String value) {
		return of(function.qualifiedName(), value);
	}

	InvalidValueException of(String function, String value) {
		return new InvalidValueException(function, value + this.path, this.problem, getCause());
	}

}
