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

	/**
	 * Uses all of it once: the JVM links a native method in its first call, which would
	 * wait for the loader if a library is being opened then.
	 */
	public JnaMemory() {
		long block = allocate(Long.BYTES);
		fill(block, Long.BYTES, (byte) 0);
		putByte(block, getByte(block));
		putLong(block, getLong(block));
		for (Object array : new Object[] { new byte[1], new short[1], new int[1], new long[1], new float[1],
				new double[1] }) {
			read(block, array);
			write(block, array);
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
	public byte getByte(long address) {
		return ALL.getByte(address);
	}

	@Override
	public void putByte(long address, byte value) {
		ALL.setByte(address, value);
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
	public void read(long address, Object array) {
		if (array instanceof byte[] bytes) {
			ALL.read(address, bytes, 0, bytes.length);
		}
		else if (array instanceof short[] shorts) {
			ALL.read(address, shorts, 0, shorts.length);
		}
		else if (array instanceof int[] ints) {
			ALL.read(address, ints, 0, ints.length);
		}
		else if (array instanceof long[] longs) {
			ALL.read(address, longs, 0, longs.length);
		}
		else if (array instanceof float[] floats) {
			ALL.read(address, floats, 0, floats.length);
		}
		else {
			ALL.read(address, (double[]) array, 0, ((double[]) array).length);
		}
	}

	@Override
	public void write(long address, Object array) {
		if (array instanceof byte[] bytes) {
			ALL.write(address, bytes, 0, bytes.length);
		}
		else if (array instanceof short[] shorts) {
			ALL.write(address, shorts, 0, shorts.length);
		}
		else if (array instanceof int[] ints) {
			ALL.write(address, ints, 0, ints.length);
		}
		else if (array instanceof long[] longs) {
			ALL.write(address, longs, 0, longs.length);
		}
		else if (array instanceof float[] floats) {
			ALL.write(address, floats, 0, floats.length);
		}
		else {
			ALL.write(address, (double[]) array, 0, ((double[]) array).length);
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
