// SPDX-License-Identifier: Apache-2.0
package dev.relib.failure;

import java.io.Serial;

import dev.relib.module.ModuleSource;

/**
 * Thrown when the SHA-256 of a library differs from the configured one.
 */
public final class ChecksumMismatchException extends ModuleLoadException {

	@Serial
	private static final long serialVersionUID = 1L;

	private final String expected;

	private final String actual;

	/**
	 * Creates an exception.
	 * @param source the module and its library
	 * @param expected the configured checksum
	 * @param actual the library's checksum in lower-case hexadecimal
	 */
	public ChecksumMismatchException(ModuleSource source, String expected, String actual) {
		super(source, "its SHA-256 is " + actual + ", expected is " + describe(expected),
				"Install the expected library, or set relib.modules." + source.module()
						+ ".sha256 to the checksum of this one if it is to be trusted.");
		this.expected = expected;
		this.actual = actual;
	}

	private static String describe(String expected) {
		return expected.matches("[0-9A-Fa-f]{64}") ? expected
				: "'" + expected + "', which is no SHA-256: it does not have 64 hexadecimal digits";
	}

	/**
	 * Returns the configured checksum.
	 * @return the text as it was configured
	 */
	public String expected() {
		return this.expected;
	}

	/**
	 * Returns the library's checksum.
	 * @return a SHA-256 in lower-case hexadecimal
	 */
	public String actual() {
		return this.actual;
	}

}
