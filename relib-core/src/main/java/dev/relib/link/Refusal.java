package dev.relib.link;

import java.io.Serial;

import dev.relib.contract.FunctionSignature;
import org.jspecify.annotations.Nullable;

/**
 * A value can not cross. On its way out it learns where the value is.
 */
final class Refusal extends RuntimeException {

	@Serial
	private static final long serialVersionUID = 1L;

	private final String path;

	private final String problem;

	Refusal(String problem) {
		this("", problem, null);
	}

	Refusal(String problem, Throwable cause) {
		this("", problem, cause);
	}

	private Refusal(String path, String problem, @Nullable Throwable cause) {
		super(problem, cause, false, false);
		this.path = path;
		this.problem = problem;
	}

	/**
	 * The same, seen from what the value is in.
	 * @param step for example {@code .name} or {@code [3]}
	 */
	Refusal in(String step) {
		return new Refusal(step + this.path, this.problem, getCause());
	}

	InvalidValueException of(FunctionSignature function, String value) {
		return new InvalidValueException(function, value + this.path, this.problem, getCause());
	}

}
