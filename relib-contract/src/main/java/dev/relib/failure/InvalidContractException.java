// SPDX-License-Identifier: Apache-2.0
package dev.relib.failure;

import java.io.Serial;

/**
 * Thrown when an application's interface breaks a rule of contracts, or cannot be used
 * with a module's kind.
 */
public final class InvalidContractException extends RelibException {

	@Serial
	private static final long serialVersionUID = 1L;

	private final String member;

	/**
	 * Creates an exception.
	 * @param member the interface or method that breaks a rule
	 * @param problem the rest of a sentence that starts with the member
	 */
	public InvalidContractException(String member, String problem) {
		super(member + " " + problem);
		this.member = member;
	}

	/**
	 * Returns the interface or method that breaks a rule.
	 * @return its name, for example {@code com.example.ImageFilter.apply}
	 */
	public String member() {
		return this.member;
	}

}
