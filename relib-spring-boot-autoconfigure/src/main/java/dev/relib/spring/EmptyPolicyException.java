package dev.relib.spring;

import java.io.Serial;

import dev.relib.failure.RelibException;

/**
 * A property that restricts which libraries are loaded is set, but names nothing.
 */
public final class EmptyPolicyException extends RelibException {

	@Serial
	private static final long serialVersionUID = 1L;

	private final String property;

	/**
	 * Creates an exception.
	 * @param property the property's name
	 */
	public EmptyPolicyException(String property) {
		super("the property " + property + " is set, but it is empty or one of its values is; set it, or remove it");
		this.property = property;
	}

	/**
	 * The property.
	 * @return its name
	 */
	public String property() {
		return this.property;
	}

}
