// SPDX-License-Identifier: Apache-2.0
package dev.relib.contract;

import java.io.Serial;

/**
 * Thrown when a text is not the canonical text of a contract. Never thrown to
 * applications.
 */
public final class ContractSyntaxException extends RuntimeException {

	@Serial
	private static final long serialVersionUID = 1L;

	ContractSyntaxException(int line, String text, String expected) {
		super("line " + line + " of the contract is \"" + text + "\", expected " + expected);
	}

}
