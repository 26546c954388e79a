// SPDX-License-Identifier: Apache-2.0
package dev.relib.test.facades;

import java.util.OptionalInt;

import dev.relib.RelibCodePoint;
import dev.relib.RelibExports;

/**
 * An interface that the processor has written a facade for.
 */
@RelibExports
interface Abacus {

	int add(int a, int b);

	/** Counts by another import of a call, as deep as it is told to. */
	int nested(int depth);

	void fail(boolean panics);

	OptionalInt half(int number);

	@RelibCodePoint
	int codePoint(@RelibCodePoint int character);

	Side turned(Side side);

	default int addAll(int... numbers) {
		int sum = 0;
		for (int number : numbers) {
			sum = add(sum, number);
		}
		return sum;
	}

	/** Where something is. */
	enum Side {

		LEFT, RIGHT

	}

}
