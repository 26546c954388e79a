// SPDX-License-Identifier: Apache-2.0
package dev.relib.marshal;

import java.lang.reflect.Array;
import java.nio.ByteBuffer;

import dev.relib.os.CHeap;
import dev.relib.os.LentMemory;

/**
 * An array of numbers. Only elements that the function has changed are written back:
 * others are their owners', who may be other threads or calls.
 */
final class LentNumbers implements Lent {

	/** A multiple of each element's size that a buffer can hold. */
	private static final int PART = 1 << 30;

	private final Object array;

	private final int elementSize;

	private final long address;

	LentNumbers(Object array) {
		this.array = array;
		this.elementSize = sizeOf(array);
		this.address = CHeap.allocate(size());
		LentMemory.write(this.address, array);
	}

	private static int sizeOf(Object array) {
		if (array instanceof byte[]) {
			return Byte.BYTES;
		}
		if (array instanceof short[] || array instanceof char[]) {
			return Short.BYTES;
		}
		return (array instanceof int[] || array instanceof float[]) ? Integer.BYTES : Long.BYTES;
	}

	@Override
	public long address() {
		return this.address;
	}

	@Override
	public long size() {
		return (long) Array.getLength(this.array) * this.elementSize;
	}

	@Override
	public void copyBack(long before) {
		Object now = null;
		for (long part = 0; part < size(); part += PART) {
			int length = (int) Math.min(PART, size() - part);
			ByteBuffer old = LentMemory.view(before + part, length);
			ByteBuffer changed = LentMemory.view(this.address + part, length);
			int first = (int) (part / this.elementSize);
			int begin = next(old, changed, 0);
			while (begin * this.elementSize < length) {
				if (now == null) {
					now = Array.newInstance(this.array.getClass().getComponentType(), Array.getLength(this.array));
					LentMemory.read(this.address, now);
				}
				int end = endOfChange(old, changed, begin);
				System.arraycopy(now, first + begin, this.array, first + begin, end - begin);
				begin = next(old, changed, end);
			}
		}
	}

	/** The next element that has changed; behind the last if there is none. */
	private int next(ByteBuffer old, ByteBuffer changed, int element) {
		int from = element * this.elementSize;
		int found = old.position(from).mismatch(changed.position(from));
		return ((found < 0) ? old.capacity() : from + found) / this.elementSize;
	}

	private int endOfChange(ByteBuffer old, ByteBuffer changed, int element) {
		int at = element * this.elementSize;
		while (this.elementSize == 1 && at + Long.BYTES <= old.capacity()
				&& !TerminatedText.hasZero(old.getLong(at) ^ changed.getLong(at))) {
			at += Long.BYTES;
		}
		while (at < old.capacity() && differs(old, changed, at)) {
			at += this.elementSize;
		}
		return at / this.elementSize;
	}

	private boolean differs(ByteBuffer old, ByteBuffer changed, int at) {
		return switch (this.elementSize) {
			case Byte.BYTES -> old.get(at) != changed.get(at);
			case Short.BYTES -> old.getShort(at) != changed.getShort(at);
			case Integer.BYTES -> old.getInt(at) != changed.getInt(at);
			default -> old.getLong(at) != changed.getLong(at);
		};
	}

}
