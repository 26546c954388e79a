// SPDX-License-Identifier: Apache-2.0
package dev.relib.processor.facade;

import dev.relib.contract.EnumType;
import dev.relib.contract.Scalar;
import dev.relib.processor.reader.JavaValue;

/**
 * How values cross that are machine values themselves.
 */
final class MachineValue {

	private MachineValue() {
	}

	/** Tells whether a value crosses in no memory. */
	static boolean isDirect(JavaValue value) {
		return value.type() instanceof EnumType || (value.type() instanceof Scalar scalar && !scalar.isWide());
	}

	/** Tells whether there are Java or machine values that can not cross. */
	static boolean mayBeRefused(JavaValue value) {
		return value.type() instanceof EnumType || value.type() == Scalar.CHAR;
	}

	/** The Java type of the machine value. */
	static String javaType(JavaValue value) {
		if (value.type() instanceof EnumType) {
			return "int";
		}
		return (value.type() == Scalar.BOOL) ? "byte" : value.java();
	}

	/** Makes a machine value of an expression. */
	static String of(JavaValue value, String expression) {
		if (value.type() instanceof EnumType) {
			return expression + ".ordinal()";
		}
		if (value.type() == Scalar.CHAR) {
			return "RelibCalls.codePoint(" + expression + ")";
		}
		return (value.type() == Scalar.BOOL) ? "(byte) (" + expression + " ? 1 : 0)" : expression;
	}

	/** Makes a Java value of a machine value. */
	static String toJava(JavaValue value, String expression, JavaEnums enums) {
		if (value.type() instanceof EnumType) {
			return enums.array(value) + "[" + expression + "]";
		}
		if (value.type() == Scalar.CHAR) {
			return "RelibCalls.codePoint(" + expression + ")";
		}
		return (value.type() == Scalar.BOOL) ? expression + " != 0" : expression;
	}

}
