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
	F64("f64", "double");

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
	 * @return its canonical name
	 */
	public String javaName() {
		return this.javaName;
	}

}
