package dev.relib.os;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

import com.sun.jna.Native;
import com.sun.jna.Pointer;

/**
 * Reads and writes memory that somebody else owns. Nothing is checked: an address that is
 * not mapped ends the process.
 */
public final class LentMemory {

	private LentMemory() {
	}

	/**
	 * Looks at memory through a buffer, which does not keep it.
	 * @param address where it begins
	 * @param size its size in bytes
	 * @return a direct buffer in the order of the machine
	 */
	public static ByteBuffer view(long address, int size) {
		return new Pointer(address).getByteBuffer(0, size).order(ByteOrder.nativeOrder());
	}

	/**
	 * Where the content of a direct buffer is.
	 * @param buffer a direct buffer, to be kept reachable for as long as the address is
	 * used
	 * @return the address of its position
	 */
	public static long address(ByteBuffer buffer) {
		return Pointer.nativeValue(Native.getDirectBufferPointer(buffer)) + buffer.position();
	}

	/**
	 * Reads a byte.
	 * @param address where it is
	 * @return 8 bits
	 */
	public static byte getByte(long address) {
		return new Pointer(address).getByte(0);
	}

	/**
	 * Writes a byte.
	 * @param address where it goes
	 * @param value 8 bits
	 */
	public static void putByte(long address, byte value) {
		new Pointer(address).setByte(0, value);
	}

	/**
	 * Reads a word.
	 * @param address where it is
	 * @return 64 bits
	 */
	public static long word(long address) {
		return new Pointer(address).getLong(0);
	}

	/**
	 * Fills an array.
	 * @param address where its elements are
	 * @param array an array of numbers
	 */
	public static void read(long address, Object array) {
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

	/**
	 * Copies an array.
	 * @param address where its elements go
	 * @param array an array of numbers
	 */
	public static void write(long address, Object array) {
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

}
