package dev.relib.os.jna;

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
		new Pointer(address).setMemory(0, size, value);
	}

	@Override
	public byte getByte(long address) {
		return new Pointer(address).getByte(0);
	}

	@Override
	public void putByte(long address, byte value) {
		new Pointer(address).setByte(0, value);
	}

	@Override
	public long getLong(long address) {
		return new Pointer(address).getLong(0);
	}

	@Override
	public void putLong(long address, long value) {
		new Pointer(address).setLong(0, value);
	}

	@Override
	public void read(long address, Object array) {
		Pointer memory = new Pointer(address);
		if (array instanceof byte[] bytes) {
			memory.read(0, bytes, 0, bytes.length);
		}
		else if (array instanceof short[] shorts) {
			memory.read(0, shorts, 0, shorts.length);
		}
		else if (array instanceof int[] ints) {
			memory.read(0, ints, 0, ints.length);
		}
		else if (array instanceof long[] longs) {
			memory.read(0, longs, 0, longs.length);
		}
		else if (array instanceof float[] floats) {
			memory.read(0, floats, 0, floats.length);
		}
		else {
			memory.read(0, (double[]) array, 0, ((double[]) array).length);
		}
	}

	@Override
	public void write(long address, Object array) {
		Pointer memory = new Pointer(address);
		if (array instanceof byte[] bytes) {
			memory.write(0, bytes, 0, bytes.length);
		}
		else if (array instanceof short[] shorts) {
			memory.write(0, shorts, 0, shorts.length);
		}
		else if (array instanceof int[] ints) {
			memory.write(0, ints, 0, ints.length);
		}
		else if (array instanceof long[] longs) {
			memory.write(0, longs, 0, longs.length);
		}
		else if (array instanceof float[] floats) {
			memory.write(0, floats, 0, floats.length);
		}
		else {
			memory.write(0, (double[]) array, 0, ((double[]) array).length);
		}
	}

	@Override
	public ByteBuffer view(long address, int size) {
		return new Pointer(address).getByteBuffer(0, size).order(ByteOrder.nativeOrder());
	}

	@Override
	public long address(ByteBuffer buffer) {
		return Pointer.nativeValue(Native.getDirectBufferPointer(buffer));
	}

}
