// SPDX-License-Identifier: Apache-2.0
package dev.relib.link.jni;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;

/**
 * Floating-point values as words, and as numbers of 64 bits: a float is the lower half.
 * Integers are left as they are, to be cast.
 */
final class Conversions {

	private static final MethodHandle DOUBLE_TO_WORD = find("wordOf", long.class, double.class);

	private static final MethodHandle FLOAT_TO_WORD = find("wordOf", long.class, float.class);

	private static final MethodHandle WORD_TO_DOUBLE = find("doubleOf", double.class, long.class);

	private static final MethodHandle WORD_TO_FLOAT = find("floatOf", float.class, long.class);

	private static final MethodHandle FLOAT_TO_NUMBER = find("numberOf", double.class, float.class);

	private static final MethodHandle NUMBER_TO_FLOAT = find("floatOf", float.class, double.class);

	private Conversions() {
	}

	/**
	 * Uses all of it once: the JVM links a native method in its first call, those for the
	 * bits of numbers too, which would wait for the loader if a library is being opened
	 * then.
	 */
	static void link() {
		doubleOf(wordOf(0d));
		floatOf(wordOf(0f));
		floatOf(numberOf(0f));
	}

	/** Has a call that takes a word take a value. */
	static MethodHandle takeForWord(MethodHandle call, int parameter, Class<?> type) {
		if (!Placement.isNumber(type)) {
			return call;
		}
		return MethodHandles.filterArguments(call, parameter, (type == float.class) ? FLOAT_TO_WORD : DOUBLE_TO_WORD);
	}

	/** Has a call that takes a number take a value. */
	static MethodHandle takeForNumber(MethodHandle call, int parameter, Class<?> type) {
		return (type == float.class) ? MethodHandles.filterArguments(call, parameter, FLOAT_TO_NUMBER) : call;
	}

	/** Has a call that returns a number return a value. */
	static MethodHandle returnFromNumber(MethodHandle call, Class<?> type) {
		return (type == float.class) ? MethodHandles.filterReturnValue(call, NUMBER_TO_FLOAT) : call;
	}

	/** Has a target that takes a value take a word. */
	static MethodHandle takeFromWord(MethodHandle target, int parameter) {
		Class<?> type = target.type().parameterType(parameter);
		if (!Placement.isNumber(type)) {
			return target;
		}
		return MethodHandles.filterArguments(target, parameter, (type == float.class) ? WORD_TO_FLOAT : WORD_TO_DOUBLE);
	}

	/** Has a target that returns a value return a word. */
	static MethodHandle returnAsWord(MethodHandle target) {
		Class<?> type = target.type().returnType();
		if (!Placement.isNumber(type)) {
			return target;
		}
		return MethodHandles.filterReturnValue(target, (type == float.class) ? FLOAT_TO_WORD : DOUBLE_TO_WORD);
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

	private static MethodHandle find(String name, Class<?> returns, Class<?> parameter) {
		try {
			return MethodHandles.lookup()
				.findStatic(Conversions.class, name, MethodType.methodType(returns, parameter));
		}
		catch (ReflectiveOperationException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
