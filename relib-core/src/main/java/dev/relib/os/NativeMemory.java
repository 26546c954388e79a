// SPDX-License-Identifier: Apache-2.0
package dev.relib.os;

import java.nio.ByteBuffer;
import java.nio.file.Path;

/**
 * A zeroed block of native memory, owned by whoever allocated it. Offsets are checked.
 */
public final class NativeMemory implements AutoCloseable {

	private static final RawMemory MEMORY = Providers.memory();

	private long address;

	/** Reads and writes without a native call. */
	private final ByteBuffer content;

	private NativeMemory(int size) {
		this.address = CHeap.allocateZeros(size);
		this.content = MEMORY.view(this.address, size);
	}

	/**
	 * Allocates a block.
	 * @param size its size in bytes, at least 1
	 * @return the block, to be closed when no native code can reach it any more
	 */
	public static NativeMemory allocate(int size) {
		return new NativeMemory(size);
	}

	/**
	 * Allocates a block for the path of a file, in the encoding that Java itself uses,
	 * with the zero byte that ends it.
	 * @param path the path
	 * @return the block, to be closed as any other
	 */
	public static NativeMemory of(Path path) {
		byte[] text = (path + "\0").getBytes(SystemCharset.NAMES);
		NativeMemory block = allocate(text.length);
		block.putBytes(0, text);
		return block;
	}

	/**
	 * Where the block begins.
	 * @return its address
	 */
	public long address() {
		return this.address;
	}

	/**
	 * Reads a byte.
	 * @param offset from the block's begin
	 * @return the byte
	 */
	public byte getByte(int offset) {
		return this.content.get(offset);
	}

	/**
	 * Writes a byte.
	 * @param offset from the block's begin
	 * @param value the byte
	 */
	public void putByte(int offset, byte value) {
		this.content.put(offset, value);
	}

	/**
	 * Reads a word.
	 * @param offset from the block's begin
	 * @return 64 bits
	 */
	public long getLong(int offset) {
		return this.content.getLong(offset);
	}

	/**
	 * Reads bytes.
	 * @param offset from the block's begin
	 * @param length how many
	 * @return a copy of them
	 */
	public byte[] getBytes(int offset, int length) {
		byte[] bytes = new byte[length];
		this.content.get(offset, bytes);
		return bytes;
	}

	/**
	 * Writes bytes.
	 * @param offset from the block's begin
	 * @param bytes the bytes
	 */
	public void putBytes(int offset, byte[] bytes) {
		this.content.put(offset, bytes);
	}

	/**
	 * Reads bytes that native code lends.
	 * @param address where they begin; must be readable
	 * @param length how many
	 * @return a copy of them
	 */
	public static byte[] bytesAt(long address, int length) {
		byte[] bytes = new byte[length];
		MEMORY.read(address, bytes, 0, length);
		return bytes;
	}

	/**
	 * Writes a word into memory of a native library.
	 * @param address where; must be writable
	 * @param value 64 bits
	 */
	public static void putLongAt(long address, long value) {
		MEMORY.putLong(address, value);
	}

	/**
	 * Frees the block. A second time changes nothing.
	 */
	@Override
	public void close() {
		MEMORY.free(this.address);
		this.address = 0;
	}

}
