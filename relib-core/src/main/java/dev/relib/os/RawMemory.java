// SPDX-License-Identifier: Apache-2.0
package dev.relib.os;

import java.nio.Buffer;
import java.nio.ByteBuffer;

/**
 * Memory by its address, and the C library's allocator. No address is checked: one that
 * is not mapped ends the process. It is the same on every system; implementations differ
 * in how they call native code.
 */
public interface RawMemory {

	/**
	 * Allocates a block of undefined content, owned by the caller.
	 * @param size its size in bytes, at least 1
	 * @return its address, a multiple of 16; 0 if there is no memory
	 */
	long allocate(long size);

	/**
	 * Frees a block.
	 * @param address the address of a block of the C library's allocator, or 0
	 */
	void free(long address);

	/**
	 * Sets bytes.
	 * @param address the address of the first
	 * @param size how many
	 * @param value what each becomes
	 */
	void fill(long address, long size, byte value);

	/**
	 * Copies memory to other memory.
	 * @param from the address of the first byte
	 * @param to the address of the first byte of the copy
	 * @param size how many
	 */
	void copy(long from, long to, long size);

	/**
	 * Reads a byte.
	 * @param address its address
	 * @return 8 bits
	 */
	byte getByte(long address);

	/**
	 * Writes a byte.
	 * @param address its address
	 * @param value 8 bits
	 */
	void putByte(long address, byte value);

	/**
	 * Reads 16 bits.
	 * @param address their address
	 * @return 16 bits
	 */
	short getShort(long address);

	/**
	 * Writes 16 bits.
	 * @param address their address
	 * @param value 16 bits
	 */
	void putShort(long address, short value);

	/**
	 * Reads 32 bits.
	 * @param address their address
	 * @return 32 bits
	 */
	int getInt(long address);

	/**
	 * Writes 32 bits.
	 * @param address their address
	 * @param value 32 bits
	 */
	void putInt(long address, int value);

	/**
	 * Reads a word.
	 * @param address its address
	 * @return 64 bits
	 */
	long getLong(long address);

	/**
	 * Writes a word.
	 * @param address its address
	 * @param value 64 bits
	 */
	void putLong(long address, long value);

	/**
	 * Fills a part of an array from memory.
	 * @param address the address of the first element
	 * @param array an array of bytes, or of numbers of any other size
	 * @param from the index of the first element
	 * @param count how many elements
	 */
	void read(long address, Object array, int from, int count);

	/**
	 * Copies a part of an array to memory.
	 * @param address the address of the first element
	 * @param array an array of bytes, or of numbers of any other size
	 * @param from the index of the first element
	 * @param count how many elements
	 */
	void write(long address, Object array, int from, int count);

	/**
	 * Makes memory visible as a buffer, which leaves it to its owner.
	 * @param address the address of the first byte
	 * @param size how many bytes
	 * @return a direct buffer in the order of the machine
	 */
	ByteBuffer view(long address, int size);

	/**
	 * Finds the content of a direct buffer.
	 * @param buffer a direct buffer, to be kept reachable for as long as the address is
	 * used
	 * @return the address of the buffer's first element, wherever its position is
	 */
	long address(Buffer buffer);

}
