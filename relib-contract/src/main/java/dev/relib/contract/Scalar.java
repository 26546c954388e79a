// SPDX-License-Identifier: Apache-2.0
package dev.relib.contract;

/**
 * A type whose values are passed and returned by value.
 */
public enum Scalar implements ValueType {

	/** The return type of functions without a result. */
	UNIT("unit", "void"),
	/** One byte, 0 or 1. */
	BOOL("bool", "boolean"),
	/** A signed 8-bit integer. */
	I8("i8", "byte"),
	/** A signed 16-bit integer. */
	I16("i16", "short"),
	/** A signed 32-bit integer. */
	I32("i32", "int"),
	/** A signed 64-bit integer. */
	I64("i64", "long"),
	/** An IEEE 754 binary32 number. */
	F32("f32", "float"),
	/** An IEEE 754 binary64 number. */
	F64("f64", "double"),
	/** A code point of Unicode, which Java declares as an annotated {@code int}. */
	CHAR("char", "@RelibCodePoint int"),
	/** A signed 128-bit integer, outside of records only. */
	I128("i128", "java.math.BigInteger"),
	/** An unsigned one, which Java declares with an annotation. */
	U128("u128", "@RelibUnsigned java.math.BigInteger");

	private final String text;

	private final String javaName;

	Scalar(String text, String javaName) {
		this.text = text;
		this.javaName = javaName;
	}

	@Override
	public String text() {
		return this.text;
	}

	/**
	 * Returns the Java type.
	 * @return its canonical name, behind the annotation that it needs
	 */
	public String javaName() {
		return this.javaName;
	}

	/**
	 * Tells whether the machine passes it as two words.
	 * @return {@code true} for 128 bits
	 */
	public boolean isWide() {
		return this == I128 || this == U128;
	}

}
