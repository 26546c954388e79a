// SPDX-License-Identifier: Apache-2.0
package dev.relib.os.jna;

import java.nio.Buffer;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

import com.sun.jna.Native;
import com.sun.jna.Pointer;
import dev.relib.os.RawMemory;

/**
 * Memory through JNA's pointers. Blocks are plain ones of {@code malloc}: JNA's own kind
 * takes a lock when it is freed, where a virtual thread may lose its carrier, and with it
 * the message of a panic.
 */
public final class JnaMemory implements RawMemory {

	/**
	 * All memory by its address: an object for each access would be garbage of each call.
	 */
	private static final Pointer ALL = new Pointer(0);

	/** As much as a buffer can show. */
	private static final int PART = 1 << 30;

	/**
	 * Uses all of it once: the JVM links a native method in its first call, which would
	 * wait for the loader if a library is being opened then.
	 */
	public JnaMemory() {
		long block = allocate(Long.BYTES);
		fill(block, Long.BYTES, (byte) 0);
		putByte(block, getByte(block));
		putShort(block, getShort(block));
		putInt(block, getInt(block));
		putLong(block, getLong(block));
		for (Object array : new Object[] { new byte[1], new short[1], new int[1], new long[1], new float[1],
				new double[1] }) {
			read(block, array, 0, 1);
			write(block, array, 0, 1);
		}
		view(block, Long.BYTES);
		address(ByteBuffer.allocateDirect(Long.BYTES));
		free(block);
	}

	@Override
	public long allocate(long size) {
		return Native.malloc(size);
	}

	@Override
	public void free(long address) {
		Native.free(address);
	}

	@Override
	public void fill(long address, long size, byte value) {
		ALL.setMemory(address, size, value);
	}

	@Override
	public void copy(long from, long to, long size) {
		for (long at = 0; at < size; at += PART) {
			int part = (int) Math.min(PART, size - at);
			view(to + at, part).put(view(from + at, part));
		}
	}

	@Override
	public byte getByte(long address) {
		return ALL.getByte(address);
	}

	@Override
	public void putByte(long address, byte value) {
		ALL.setByte(address, value);
	}

	@Override
	public short getShort(long address) {
		return ALL.getShort(address);
	}

	@Override
	public void putShort(long address, short value) {
		ALL.setShort(address, value);
	}

	@Override
	public int getInt(long address) {
		return ALL.getInt(address);
	}

	@Override
	public void putInt(long address, int value) {
		ALL.setInt(address, value);
	}

	@Override
	public long getLong(long address) {
		return ALL.getLong(address);
	}

	@Override
	public void putLong(long address, long value) {
		ALL.setLong(address, value);
	}

	@Override
	public void read(long address, Object array, int from, int count) {
		if (array instanceof byte[] bytes) {
			ALL.read(address, bytes, from, count);
		}
		else if (array instanceof short[] shorts) {
			ALL.read(address, shorts, from, count);
		}
		else if (array instanceof int[] ints) {
			ALL.read(address, ints, from, count);
		}
		else if (array instanceof long[] longs) {
			ALL.read(address, longs, from, count);
		}
		else if (array instanceof float[] floats) {
			ALL.read(address, floats, from, count);
		}
		else {
			ALL.read(address, (double[]) array, from, count);
		}
	}

	@Override
	public void write(long address, Object array, int from, int count) {
		if (array instanceof byte[] bytes) {
			ALL.write(address, bytes, from, count);
		}
		else if (array instanceof short[] shorts) {
			ALL.write(address, shorts, from, count);
		}
		else if (array instanceof int[] ints) {
			ALL.write(address, ints, from, count);
		}
		else if (array instanceof long[] longs) {
			ALL.write(address, longs, from, count);
		}
		else if (array instanceof float[] floats) {
			ALL.write(address, floats, from, count);
		}
		else {
			ALL.write(address, (double[]) array, from, count);
		}
	}

	@Override
	public ByteBuffer view(long address, int size) {
		return ALL.getByteBuffer(address, size).order(ByteOrder.nativeOrder());
	}

	@Override
	public long address(Buffer buffer) {
		return Pointer.nativeValue(Native.getDirectBufferPointer(buffer));
	}

}
