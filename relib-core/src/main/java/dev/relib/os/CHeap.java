// SPDX-License-Identifier: Apache-2.0
package dev.relib.os;

/**
 * Memory of the C library's allocator, for blocks that live as long as a call, or that
 * native code gives back by {@code free}.
 */
public final class CHeap {

	private static final RawMemory MEMORY = Providers.memory();

	private CHeap() {
	}

	/**
	 * Allocates a block.
	 * @param size its size in bytes; a block of 0 has an address, too
	 * @return its address, a multiple of 16, to be freed by the caller; its content is
	 * undefined
	 * @throws OutOfMemoryError if there is none
	 */
	public static long allocate(long size) {
		long address = MEMORY.allocate(Math.max(1, size));
		if (address == 0) {
			throw new OutOfMemoryError("no native memory for " + size + " bytes");
		}
		return address;
	}

	/**
	 * Allocates a block of zeros.
	 * @param size its size in bytes
	 * @return its address, a multiple of 16, to be freed by the caller
	 * @throws OutOfMemoryError if there is none
	 */
	public static long allocateZeros(long size) {
		long address = allocate(size);
		MEMORY.fill(address, size, (byte) 0);
		return address;
	}

	/**
	 * Frees a block.
	 * @param address its address
	 */
	public static void free(long address) {
		MEMORY.free(address);
	}

}
