package dev.relib.failure;

import java.io.Serial;

import dev.relib.module.ModuleSource;

/**
 * A library is not the one that was expected.
 */
public final class ChecksumMismatchException extends ModuleLoadException {

	@Serial
	private static final long serialVersionUID = 1L;

	private final String expected;

	private final String actual;

	/**
	 * Creates an exception.
	 * @param source the module and its library
	 * @param expected the checksum that was asked for
	 * @param actual the library's checksum
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
				: "'" + expected + "', which is none: it does not have 64 hexadecimal digits";
	}

	/**
	 * The checksum that the library must have.
	 * @return a SHA-256 as it was configured
	 */
	public String expected() {
		return this.expected;
	}

	/**
	 * The checksum that it has.
	 * @return a SHA-256 in lower-case hexadecimal
	 */
	public String actual() {
		return this.actual;
	}

}
