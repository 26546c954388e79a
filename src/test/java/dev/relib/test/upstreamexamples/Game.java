// SPDX-License-Identifier: Apache-2.0
package dev.relib.test.upstreamexamples;

import java.math.BigInteger;

import dev.relib.RelibCodePoint;
import dev.relib.RelibExports;
import dev.relib.RelibUnsigned;

/**
 * Exports of the crate {@code replaced}.
 */
@RelibExports
public interface Game {

	@RelibUnsigned
	BigInteger buildId();

	BigInteger distance(@RelibUnsigned BigInteger a, @RelibUnsigned BigInteger b);

	@RelibUnsigned
	BigInteger many(int a, @RelibUnsigned BigInteger b, int c, BigInteger d, long e, @RelibUnsigned BigInteger f);

	@RelibCodePoint
	int sign(@RelibCodePoint int of);

	void start(long score);

	long play(long points);

}
