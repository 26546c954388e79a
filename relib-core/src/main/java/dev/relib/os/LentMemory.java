// SPDX-License-Identifier: Apache-2.0
package dev.relib.os;

import java.io.ByteArrayOutputStream;
import java.lang.reflect.Array;
import java.nio.Buffer;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.FloatBuffer;
import java.nio.IntBuffer;
import java.nio.ShortBuffer;
import java.util.List;

/**
 * Reads and writes memory that somebody else owns. Nothing is checked: an address that is
 * not mapped ends the process.
 */
public final class LentMemory {

	private static final RawMemory MEMORY = Providers.memory();

	static { // the first call of a native method needs the loader, which may be held up
				// later
		Array.newInstance(byte.class, Array.getLength(new byte[0]));
	}

	private LentMemory() {
	}

	/**
	 * Initializes this class. A call that does so on a nearly full stack would fail, and
	 * leave the class unusable.
	 */
	public static void prepare() {
		// The JVM asks the loader for this method in its first call, and may wait then.
		Array.getLength(new byte[0]);
	}

	/**
	 * Why memory is not accessed in the fastest way that JDKs have.
	 * @return for each faster way what was against it; empty if this is the fastest
	 */
	public static List<String> notes() {
		return Providers.memoryNotes();
	}

	/**
	 * Looks at memory through a buffer, which does not keep it.
	 * @param address where it begins
	 * @param size its size in bytes
	 * @return a direct buffer in the order of the machine
	 */
	public static ByteBuffer view(long address, int size) {
		return MEMORY.view(address, size);
	}

	/**
	 * Where the content of a direct buffer is.
	 * @param buffer a direct buffer, to be kept reachable for as long as the address is
	 * used
	 * @return the address of its position
	 */
	public static long address(Buffer buffer) {
		return MEMORY.address(buffer) + (long) buffer.position() * elementSize(buffer);
	}

	private static int elementSize(Buffer buffer) {
		if (buffer instanceof ByteBuffer) {
			return Byte.BYTES;
		}
		if (buffer instanceof ShortBuffer || buffer instanceof CharBuffer) {
			return Short.BYTES;
		}
		return (buffer instanceof IntBuffer || buffer instanceof FloatBuffer) ? Integer.BYTES : Long.BYTES;
	}

	/**
	 * Copies memory to other memory.
	 * @param from where it is
	 * @param to where it goes
	 * @param size how many bytes
	 */
	public static void copy(long from, long to, long size) {
		MEMORY.copy(from, to, size);
	}

	/**
	 * Reads a byte.
	 * @param address where it is
	 * @return 8 bits
	 */
	public static byte getByte(long address) {
		return MEMORY.getByte(address);
	}

	/**
	 * Writes a byte.
	 * @param address where it goes
	 * @param value 8 bits
	 */
	public static void putByte(long address, byte value) {
		MEMORY.putByte(address, value);
	}

	/**
	 * Reads 16 bits.
	 * @param address where they are
	 * @return 16 bits
	 */
	public static short getShort(long address) {
		return MEMORY.getShort(address);
	}

	/**
	 * Writes 16 bits.
	 * @param address where they go
	 * @param value 16 bits
	 */
	public static void putShort(long address, short value) {
		MEMORY.putShort(address, value);
	}

	/**
	 * Reads 32 bits.
	 * @param address where they are
	 * @return 32 bits
	 */
	public static int getInt(long address) {
		return MEMORY.getInt(address);
	}

	/**
	 * Writes 32 bits.
	 * @param address where they go
	 * @param value 32 bits
	 */
	public static void putInt(long address, int value) {
		MEMORY.putInt(address, value);
	}

	/**
	 * Reads a word.
	 * @param address where it is
	 * @return 64 bits
	 */
	public static long word(long address) {
		return MEMORY.getLong(address);
	}

	/**
	 * Writes a word.
	 * @param address where it goes
	 * @param value 64 bits
	 */
	public static void putWord(long address, long value) {
		MEMORY.putLong(address, value);
	}

	/**
	 * Reads a text that ends with a zero byte.
	 * @param address where it begins
	 * @return the text, in the encoding of file and user names
	 */
	public static String text(long address) {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		for (long next = address; getByte(next) != 0; next++) {
			bytes.write(getByte(next));
		}
		return bytes.toString(SystemCharset.NAMES);
	}

	/**
	 * Fills an array.
	 * @param address where its elements are
	 * @param array an array of numbers
	 */
	public static void read(long address, Object array) {
		MEMORY.read(address, array, 0, Array.getLength(array));
	}

	/**
	 * Fills a part of an array.
	 * @param address where the elements are
	 * @param array an array of numbers
	 * @param from the index of the first element
	 * @param count how many elements
	 */
	public static void read(long address, Object array, int from, int count) {
		MEMORY.read(address, array, from, count);
	}

	/**
	 * Copies an array.
	 * @param address where its elements go
	 * @param array an array of numbers
	 */
	public static void write(long address, Object array) {
		MEMORY.write(address, array, 0, Array.getLength(array));
	}

	/**
	 * Copies a part of an array.
	 * @param address where the elements go
	 * @param array an array of numbers
	 * @param from the index of the first element
	 * @param count how many elements
	 */
	public static void write(long address, Object array, int from, int count) {
		MEMORY.write(address, array, from, count);
	}

}
