// SPDX-License-Identifier: Apache-2.0
package dev.relib.module.call;

/**
 * Throws exceptions of imports as they are: other languages, and proxies, throw checked
 * ones that no method declares.
 */
final class Undeclared {

	private Undeclared() {
	}

	/** Throws, and returns only for the compiler. */
	static RuntimeException thrown(Throwable exception) {
		throw Undeclared.<RuntimeException>unchanged(exception);
	}

	@SuppressWarnings("unchecked")
	private static <T extends Throwable> RuntimeException unchanged(Throwable exception) throws T {
		throw (T) exception;
	}

}
