// SPDX-License-Identifier: Apache-2.0
package dev.relib.link.jni;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.Collections;

import org.jspecify.annotations.Nullable;

/**
 * The native methods that pass as much.
 *
 * @param words how many words they pass
 * @param numbers how many floating-point numbers they pass
 */
record Variant(int words, int numbers) {

	private static final Variant LARGEST = new Variant(16, 8);

	/** From the one that costs least. */
	private static final Variant[] ALL = { new Variant(2, 0), new Variant(4, 0), new Variant(6, 0), new Variant(8, 0),
			new Variant(6, 4), new Variant(6, 8), LARGEST };

	/**
	 * Finds the methods that pass enough, and the least of that.
	 * @return {@code null} if there are none
	 */
	static @Nullable Variant of(Placement values) {
		for (Variant variant : ALL) {
			if (variant.passes(values)) {
				return variant;
			}
		}
		return null;
	}

	/**
	 * Finds the methods that leave an error number, if they pass enough.
	 * @return {@code null} if they do not
	 */
	static @Nullable Variant withErrno(Placement values) {
		return LARGEST.passes(values) ? LARGEST : null;
	}

	private boolean passes(Placement values) {
		return this.words >= values.words() && this.numbers >= values.numbers();
	}

	/**
	 * Returns the method that takes the function's address in front.
	 * @param returns {@code long} or {@code double}
	 */
	MethodHandle call(Class<?> returns) {
		return method((returns == double.class) ? "number" : "word", returns, 1);
	}

	/**
	 * Returns the method that takes two addresses in front, those of the function and the
	 * error number.
	 * @param returns {@code long} or {@code double}
	 */
	MethodHandle callWithErrno(Class<?> returns) {
		return method((returns == double.class) ? "errnoNumber" : "errnoWord", returns, 2);
	}

	private MethodHandle method(String name, Class<?> returns, int addresses) {
		MethodType type = MethodType.methodType(returns, Collections.nCopies(addresses + this.words, long.class))
			.appendParameterTypes(Collections.nCopies(this.numbers, double.class));
		try {
			return MethodHandles.lookup().findStatic(NativeCalls.class, name + this.words + "x" + this.numbers, type);
		}
		catch (ReflectiveOperationException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
