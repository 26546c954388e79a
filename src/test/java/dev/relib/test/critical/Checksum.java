// SPDX-License-Identifier: Apache-2.0
package dev.relib.test.critical;

import java.nio.ByteBuffer;
import java.util.OptionalInt;

import dev.relib.RelibCritical;
import dev.relib.RelibExports;

@RelibExports
interface Checksum {

	@RelibCritical
	int add(int a, int b);

	@RelibCritical
	double addAll(byte a, short b, long c, float d, double e, boolean negative, int f, long g, double h, float i);

	@RelibCritical
	long sum(byte[] bytes, short[] shorts, int[] ints, long[] longs, float[] floats, double[] doubles);

	@RelibCritical
	int first(ByteBuffer buffer, int[] numbers);

	@RelibCritical
	Sign turned(Sign sign);

	@RelibCritical
	OptionalInt half(int[] numbers);

	@RelibCritical
	void fail(int[] numbers);

	@RelibCritical
	int log(int level);

	@RelibCritical
	boolean marks(long[] numbers);

	String text();

	enum Sign {

		PLUS, MINUS

	}

}
