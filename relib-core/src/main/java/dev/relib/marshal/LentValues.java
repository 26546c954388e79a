// SPDX-License-Identifier: Apache-2.0
package dev.relib.marshal;

import java.lang.reflect.Array;
import java.nio.ByteBuffer;
import java.util.Arrays;

import dev.relib.os.CHeap;
import dev.relib.os.LentMemory;

/**
 * An array of structures or texts. An element that is null is zeros before the call, and
 * an element that the function has changed becomes a new one. Others stay the same
 * object.
 */
final class LentValues implements Lent {

	private final Object[] array;

	private final PlainMember member;

	private final int elementSize;

	private final long address;

	LentValues(Object[] array, PlainMember member, Loan loan) {
		this.array = array;
		this.member = member;
		this.elementSize = member.type().size();
		long size = size();
		if (size > Integer.MAX_VALUE) {
			throw new MarshallingException(
					"would take " + size + " bytes of native memory, and can take " + Integer.MAX_VALUE);
		}
		this.address = CHeap.allocateZeros(size);
		try {
			write(loan);
		}
		catch (RuntimeException | Error ex) {
			CHeap.free(this.address);
			throw ex;
		}
	}

	private void write(Loan loan) {
		ByteBuffer memory = LentMemory.view(this.address, (int) Math.max(1, size()));
		for (int i = 0; i < this.array.length; i++) {
			if (this.array[i] != null) {
				try {
					this.member.write(this.array[i], memory, i * this.elementSize, loan);
				}
				catch (MarshallingException ex) {
					throw ex.in("[" + i + "]");
				}
			}
		}
	}

	@Override
	public long address() {
		return this.address;
	}

	@Override
	public long size() {
		return (long) this.array.length * this.elementSize;
	}

	@Override
	public void copyBack(long before) {
		byte[] old = new byte[this.elementSize];
		byte[] now = new byte[this.elementSize];
		MarshallingException first = null;
		for (int i = 0; i < this.array.length; i++) {
			long at = (long) i * this.elementSize;
			LentMemory.read(before + at, old);
			LentMemory.read(this.address + at, now);
			if (!Arrays.equals(old, now)) {
				try {
					Array.set(this.array, i, this.member.read(LentMemory.view(this.address + at, this.elementSize), 0));
				}
				catch (MarshallingException ex) {
					first = (first != null) ? first : ex.in("[" + i + "]");
				}
			}
		}
		if (first != null) {
			throw first;
		}
	}

}
