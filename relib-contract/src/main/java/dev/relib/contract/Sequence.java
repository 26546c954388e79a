// SPDX-License-Identifier: Apache-2.0
package dev.relib.contract;

/**
 * A string or an array of bytes. An argument is passed as a slice {@code {ptr, len}} by
 * value; a return is a pointer to a box whose first two words are pointer and length.
 */
public enum Sequence implements ValueType {

	/** A string in UTF-8. */
	STR("str", "java.lang.String"),
	/** An array of bytes. */
	BYTES("bytes", "byte[]");

	private final String text;

	private final String javaName;

	Sequence(String text, String javaName) {
		this.text = text;
		this.javaName = javaName;
	}

	@Override
	public String text() {
		return this.text;
	}

	/**
	 * Returns the Java type.
	 * @return its canonical name
	 */
	public String javaName() {
		return this.javaName;
	}

}
