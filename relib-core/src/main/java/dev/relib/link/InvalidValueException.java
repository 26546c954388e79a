package dev.relib.link;

import java.io.Serial;

import dev.relib.RelibException;
import dev.relib.contract.FunctionSignature;

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
	public InvalidValueException(FunctionSignature function, String value, String problem) {
		super(function.qualifiedName() + ": " + value + " " + problem);
	}

}
