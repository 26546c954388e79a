// SPDX-License-Identifier: Apache-2.0
package dev.relib.test.widevalues;

import java.math.BigInteger;

import dev.relib.RelibCodePoint;
import dev.relib.RelibExports;
import dev.relib.RelibUnsigned;

@RelibExports
public interface Wide {

	BigInteger next(BigInteger value);

	@RelibUnsigned
	BigInteger nextUnsigned(@RelibUnsigned BigInteger value);

	/**
	 * Returns all arguments as text; C has to place them in registers and on the stack.
	 */
	String many(int a, BigInteger b, int c, BigInteger d, int e, @RelibUnsigned BigInteger f, String g, double h,
			BigInteger i);

	BigInteger panics(BigInteger value);

	/** Returns the code point that comes after, whatever it is. */
	@RelibCodePoint
	int following(@RelibCodePoint int codePoint);

	Glyph wider(Glyph glyph);

	record Glyph(@RelibCodePoint int codePoint, byte width) {

	}

}
