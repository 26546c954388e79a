// SPDX-License-Identifier: Apache-2.0
package dev.relib.facade;

import java.nio.ByteBuffer;

/**
 * Writes the arguments of one call into native memory, and reads returns. Whatever can
 * not cross is refused with an exception without a meaning: the general way says why. For
 * generated code.
 */
public abstract class RelibMemory {

	/**
	 * For the host.
	 */
	protected RelibMemory() {
	}

	/**
	 * Takes memory for a run of elements.
	 * @param count how many
	 * @param size how many bytes each takes
	 * @return an address that 8 divides; the content is undefined
	 */
	public abstract long take(int count, int size);

	/**
	 * Takes a word of zeros.
	 * @return its address
	 */
	public abstract long word();

	/**
	 * Writes a text.
	 * @param text the text
	 * @return where it is; its length follows from {@link #length}
	 */
	public abstract long text(String text);

	/**
	 * Writes a buffer, or finds a direct one where it is.
	 * @param buffer the buffer, from its position to its limit
	 * @return where it is; its length follows from {@link #length}
	 */
	public abstract long buffer(ByteBuffer buffer);

	/**
	 * The length of the text or buffer that was written last.
	 * @return how many bytes it takes
	 */
	public abstract long length();

	/**
	 * Writes an array.
	 * @param array an array of numbers
	 * @return where it is
	 */
	public abstract long array(Object array);

	/**
	 * Writes a text and, where it is wanted, pointer and length of it.
	 * @param at where they are wanted
	 * @param text the text
	 */
	public abstract void putText(long at, String text);

	/**
	 * Writes an array and, where it is wanted, pointer and length of it.
	 * @param at where they are wanted
	 * @param array an array of numbers
	 * @param length how many elements it has
	 */
	public abstract void putArray(long at, Object array, int length);

	/**
	 * Writes pointer and length of a run of elements.
	 * @param at where they are wanted
	 * @param address the pointer
	 * @param length the length
	 */
	public abstract void putSlice(long at, long address, int length);

	/**
	 * Writes 8 bits.
	 * @param at the address
	 * @param value the bits
	 */
	public abstract void putByte(long at, byte value);

	/**
	 * Writes 16 bits.
	 * @param at the address
	 * @param value the bits
	 */
	public abstract void putShort(long at, short value);

	/**
	 * Writes 32 bits.
	 * @param at the address
	 * @param value the bits
	 */
	public abstract void putInt(long at, int value);

	/**
	 * Writes 64 bits.
	 * @param at the address
	 * @param value the bits
	 */
	public abstract void putLong(long at, long value);

	/**
	 * Writes a number of 32 bits.
	 * @param at the address
	 * @param value the number
	 */
	public abstract void putFloat(long at, float value);

	/**
	 * Writes a number of 64 bits.
	 * @param at the address
	 * @param value the number
	 */
	public abstract void putDouble(long at, double value);

	/**
	 * Checks a pointer that a module has returned.
	 * @param address the pointer
	 * @return the pointer, which is not null
	 */
	public abstract long present(long address);

	/**
	 * Reads how long a run of elements is.
	 * @param at where its pointer and length are
	 * @return a length that a Java array can have
	 */
	public abstract int length(long at);

	/**
	 * Checks the length of a run of elements.
	 * @param address the pointer
	 * @param length the length
	 * @return a length that a Java array can have
	 */
	public abstract int length(long address, long length);

	/**
	 * Reads a text.
	 * @param address where it is
	 * @param length how many bytes it takes
	 * @return the text
	 */
	public abstract String getText(long address, int length);

	/**
	 * Reads bytes.
	 * @param address where they are
	 * @param length how many
	 * @return a direct buffer with a copy of them
	 */
	public abstract ByteBuffer getBuffer(long address, int length);

	/**
	 * Fills an array.
	 * @param <T> the type of the array
	 * @param address where the elements are
	 * @param array an array of numbers
	 * @return the array
	 */
	public abstract <T> T fill(long address, T array);

	/**
	 * Reads 8 bits.
	 * @param at the address
	 * @return the bits
	 */
	public abstract byte getByte(long at);

	/**
	 * Reads 16 bits.
	 * @param at the address
	 * @return the bits
	 */
	public abstract short getShort(long at);

	/**
	 * Reads 32 bits.
	 * @param at the address
	 * @return the bits
	 */
	public abstract int getInt(long at);

	/**
	 * Reads 64 bits.
	 * @param at the address
	 * @return the bits
	 */
	public abstract long getLong(long at);

	/**
	 * Reads a number of 32 bits.
	 * @param at the address
	 * @return the number
	 */
	public abstract float getFloat(long at);

	/**
	 * Reads a number of 64 bits.
	 * @param at the address
	 * @return the number
	 */
	public abstract double getDouble(long at);

}
