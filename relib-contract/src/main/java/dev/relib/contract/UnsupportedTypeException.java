// SPDX-License-Identifier: Apache-2.0
package dev.relib.contract;

import java.io.Serial;

/**
 * Thrown when a Java type has no equivalent in contracts, so that its values cannot be
 * passed between Java and a module. Never thrown to applications.
 */
public final class UnsupportedTypeException extends RuntimeException {

	@Serial
	private static final long serialVersionUID = 1L;

	UnsupportedTypeException(String problem) {
		super(problem);
	}

	/**
	 * Names the type, the reason, and a type to use instead.
	 * @return a clause that can follow {@code uses}, {@code takes} or {@code returns}
	 */
	public String problem() {
		return String.valueOf(getMessage());
	}

}
