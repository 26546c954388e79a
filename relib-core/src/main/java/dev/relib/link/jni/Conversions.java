// SPDX-License-Identifier: Apache-2.0
package dev.relib.link.jni;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;

/**
 * What a value is as a word, or as a floating-point number of 64 bits: a float is the
 * lower half, an integer is extended by its sign.
 */
final class Conversions {

	private static final MethodType TO_WORD = MethodType.methodType(long.class, double.class);

	private static final MethodHandle DOUBLE_TO_WORD = find("wordOf", TO_WORD);

	private static final MethodHandle FLOAT_TO_WORD = find("wordOf", TO_WORD.changeParameterType(0, float.class));

	private static final MethodHandle FLOAT_TO_NUMBER = find("numberOf",
			MethodType.methodType(double.class, float.class));

	private static final MethodHandle NUMBER_TO_FLOAT = find("floatOf",
			MethodType.methodType(float.class, double.class));

	private static final MethodHandle WORD_TO_FLOAT = find("floatOf", MethodType.methodType(float.class, long.class));

	private static final MethodHandle WORD_TO_DOUBLE = find("doubleOf",
			MethodType.methodType(double.class, long.class));

	private Conversions() {
	}

	/** Takes a value and returns it as a word. */
	static MethodHandle toWord(Class<?> type) {
		if (type == void.class) {
			return MethodHandles.constant(long.class, 0L);
		}
		if (type == double.class) {
			return DOUBLE_TO_WORD;
		}
		return (type == float.class) ? FLOAT_TO_WORD : cast(type, long.class);
	}

	/** Takes a word and returns it as a value. */
	static MethodHandle fromWord(Class<?> type) {
		if (type == double.class) {
			return WORD_TO_DOUBLE;
		}
		return (type == float.class) ? WORD_TO_FLOAT : cast(long.class, type);
	}

	/** Takes a float or double and returns it as a number. */
	static MethodHandle toNumber(Class<?> type) {
		return (type == float.class) ? FLOAT_TO_NUMBER : MethodHandles.identity(double.class);
	}

	/** Takes a number and returns it as a float or double. */
	static MethodHandle fromNumber(Class<?> type) {
		return (type == float.class) ? NUMBER_TO_FLOAT : MethodHandles.identity(double.class);
	}

	private static MethodHandle cast(Class<?> from, Class<?> to) {
		return MethodHandles.explicitCastArguments(MethodHandles.identity(to), MethodType.methodType(to, from));
	}

	private static long wordOf(double value) {
		return Double.doubleToRawLongBits(value);
	}

	private static long wordOf(float value) {
		return Float.floatToRawIntBits(value);
	}

	private static double numberOf(float value) {
		return Double.longBitsToDouble(Float.floatToRawIntBits(value));
	}

	private static float floatOf(double number) {
		return floatOf(Double.doubleToRawLongBits(number));
	}

	private static float floatOf(long word) {
		return Float.intBitsToFloat((int) word);
	}

	private static double doubleOf(long word) {
		return Double.longBitsToDouble(word);
	}

	private static MethodHandle find(String name, MethodType type) {
		try {
			return MethodHandles.lookup().findStatic(Conversions.class, name, type);
		}
		catch (ReflectiveOperationException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
