// SPDX-License-Identifier: Apache-2.0
package dev.relib.link.jni;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.Collections;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The native methods that pass as much.
 *
 * @param words how many words they pass
 * @param numbers how many floating-point numbers they pass
 */
record Variant(int words, int numbers) {

	private static final Variant LARGEST = new Variant(16, 8);

	/**
	 * Finds the methods that pass enough, and the least of that.
	 */
	static Optional<Variant> of(Placement values) {
		return Stream
			.of(new Variant(2, 0), new Variant(4, 0), new Variant(6, 0), new Variant(8, 0), new Variant(6, 4),
					new Variant(6, 8), LARGEST)
			.filter((variant) -> variant.passes(values))
			.findFirst();
	}

	/**
	 * Finds the methods that leave an error number, if they pass enough.
	 */
	static Optional<Variant> withErrno(Placement values) {
		return Optional.of(LARGEST).filter((variant) -> variant.passes(values));
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
