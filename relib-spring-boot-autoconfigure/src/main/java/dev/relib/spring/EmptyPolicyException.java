// SPDX-License-Identifier: Apache-2.0
package dev.relib.spring;

import java.io.Serial;

import dev.relib.failure.RelibException;

/**
 * Thrown when a property that restricts which libraries are loaded is set, but is empty
 * or contains an empty value. It would restrict nothing.
 */
public final class EmptyPolicyException extends RelibException {

	@Serial
	private static final long serialVersionUID = 1L;

	private final String property;

	/**
	 * Creates an exception.
	 * @param property the full name of the property
	 */
	public EmptyPolicyException(String property) {
		super("the property " + property
				+ " is empty or contains an empty value; set its values, or remove the property");
		this.property = property;
	}

	/**
	 * Returns the property.
	 * @return the full name of the property
	 */
	public String property() {
		return this.property;
	}

}
