// SPDX-License-Identifier: Apache-2.0
package dev.relib.marshal;

import java.io.Serial;

/**
 * A method that can not be a function of a plain library.
 */
final class PlainMistake extends RuntimeException {

	@Serial
	private static final long serialVersionUID = 1L;

	private final String problem;

	/**
	 * Creates a mistake.
	 * @param problem the rest of a sentence that begins with the method, with the fix
	 */
	PlainMistake(String problem) {
		super(problem, null, false, false);
		this.problem = problem;
	}

	String problem() {
		return this.problem;
	}

}
