// SPDX-License-Identifier: Apache-2.0
package dev.relib.marshal;

import java.math.BigInteger;
import java.nio.ByteBuffer;

import dev.relib.link.PassedType;
import dev.relib.link.StructType;
import org.jspecify.annotations.Nullable;

/**
 * An integer of 128 bits, which crosses as two words. Only functions that the host calls
 * take and return one.
 */
final class WideCodec extends ValueCodec {

	private static final int BITS = 128;

	private final boolean signed;

	WideCodec(boolean signed) {
		this.signed = signed;
	}

	@Override
	int size() {
		return StructType.INT128.size();
	}

	@Override
	int alignment() {
		return StructType.INT128.alignment();
	}

	@Override
	public PassedType machineType() {
		return StructType.INT128;
	}

	@Override
	PassedType returnedType() {
		return StructType.INT128;
	}

	@Override
	BigInteger prepare(@Nullable Object value, SizeCounter space) {
		BigInteger number = require(BigInteger.class, value);
		boolean fits = this.signed ? number.bitLength() < BITS : number.signum() >= 0 && number.bitLength() <= BITS;
		if (!fits) {
			throw new MarshallingException(
					"is " + number + ", which does not fit into " + (this.signed ? "i128" : "u128"));
		}
		return number;
	}

	@Override
	void write(Object prepared, NativeBlock block, int at) {
		BigInteger number = (BigInteger) prepared;
		block.memory()
			.putLong(at, number.longValue())
			.putLong(at + Long.BYTES, number.shiftRight(Long.SIZE).longValue());
	}

	@Override
	BigInteger read(ByteBuffer memory, int at) {
		return number(memory.getLong(at), memory.getLong(at + Long.BYTES));
	}

	private BigInteger number(long low, long high) {
		BigInteger upper = this.signed ? BigInteger.valueOf(high) : unsigned(high);
		return upper.shiftLeft(Long.SIZE).or(unsigned(low));
	}

	private static BigInteger unsigned(long word) {
		return new BigInteger(Long.toUnsignedString(word));
	}

	@Override
	public long pass(@Nullable Object value, Object[] values, int at) {
		long block = toBlock(value);
		values[at] = block;
		return block;
	}

	@Override
	Object receive(Object[] values, int at) {
		throw new IllegalStateException("an import takes no integers of 128 bits");
	}

	@Override
	Object fromReturned(Object machineValue) {
		long[] words = (long[]) machineValue;
		return number(words[0], words[1]);
	}

}
