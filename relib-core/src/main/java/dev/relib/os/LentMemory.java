// SPDX-License-Identifier: Apache-2.0
package dev.relib.os;

import java.io.ByteArrayOutputStream;
import java.nio.Buffer;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.FloatBuffer;
import java.nio.IntBuffer;
import java.nio.ShortBuffer;

/**
 * Reads and writes memory that somebody else owns. Nothing is checked: an address that is
 * not mapped ends the process.
 */
public final class LentMemory {

	private static final RawMemory MEMORY = Providers.memory();

	/** As much as a buffer can show. */
	private static final int PART = 1 << 30;

	private LentMemory() {
	}

	/**
	 * Initializes this class. A call that does so on a nearly full stack would fail, and
	 * leave the class unusable.
	 */
	public static void prepare() {
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
		for (long at = 0; at < size; at += PART) {
			int part = (int) Math.min(PART, size - at);
			MEMORY.view(to + at, part).put(MEMORY.view(from + at, part));
		}
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
	 * Reads a word.
	 * @param address where it is
	 * @return 64 bits
	 */
	public static long word(long address) {
		return MEMORY.getLong(address);
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
		MEMORY.read(address, array);
	}

	/**
	 * Copies an array.
	 * @param address where its elements go
	 * @param array an array of numbers
	 */
	public static void write(long address, Object array) {
		MEMORY.write(address, array);
	}

}
