package dev.relib.os;

import com.sun.jna.Native;
import com.sun.jna.Pointer;

/**
 * Memory of the C library's allocator, for blocks that live as long as a call or that
 * native code gives back by {@code free}. It is no memory of JNA's own kind, which takes
 * a lock when it is freed: a virtual thread may lose its carrier there, and with it the
 * message of a panic.
 */
public final class CHeap {

	private CHeap() {
	}

	/**
	 * Allocates a block.
	 * @param size its size in bytes; a block of 0 has an address, too
	 * @return its address, a multiple of 16; what it holds is undefined
	 * @throws OutOfMemoryError if there is none
	 */
	public static long allocate(long size) {
		long address = Native.malloc(Math.max(1, size));
		if (address == 0) {
			throw new OutOfMemoryError("no native memory for " + size + " bytes");
		}
		return address;
	}

	/**
	 * Allocates a block of zeros.
	 * @param size its size in bytes
	 * @return its address, a multiple of 16
	 * @throws OutOfMemoryError if there is none
	 */
	public static long allocateZeros(long size) {
		long address = allocate(size);
		new Pointer(address).setMemory(0, size, (byte) 0);
		return address;
	}

	/**
	 * Frees a block.
	 * @param address its address
	 */
	public static void free(long address) {
		Native.free(address);
	}

}
