// SPDX-License-Identifier: Apache-2.0
package dev.relib.marshal;

import java.nio.ByteBuffer;

import dev.relib.os.LentMemory;

/**
 * Reads text as C has it: UTF-8 that ends with NUL.
 */
final class TerminatedText {

	/** No page is smaller. Up to the end of a page, all of it is readable. */
	private static final int PAGE_SIZE = 4096;

	/** Of each byte in a word. */
	private static final long LOWEST_BITS = 0x0101010101010101L;

	private static final long HIGHEST_BITS = LOWEST_BITS << 7;

	private TerminatedText() {
	}

	/**
	 * Reads text that stays its library's.
	 * @throws MarshallingException if it is a null pointer, or its bytes are not UTF-8
	 */
	static String read(long address) {
		if (address == 0) {
			throw new MarshallingException("is a null pointer; make it Optional<String> where there may be none");
		}
		byte[] bytes = new byte[length(address)];
		LentMemory.read(address, bytes);
		return Utf8.decode(bytes);
	}

	private static int length(long address) {
		long begin = address;
		while (true) {
			ByteBuffer page = LentMemory.view(begin, PAGE_SIZE - (int) (begin % PAGE_SIZE));
			int end = indexOfZero(page);
			if (end < page.capacity()) {
				return Math.toIntExact(begin - address + end);
			}
			begin += page.capacity();
		}
	}

	/** Where the first zero byte is; the capacity if there is none. */
	private static int indexOfZero(ByteBuffer memory) {
		int next = 0;
		while (next + Long.BYTES <= memory.capacity() && !hasZero(memory.getLong(next))) {
			next += Long.BYTES;
		}
		while (next < memory.capacity() && memory.get(next) != 0) {
			next++;
		}
		return next;
	}

	/** Whether one of the eight bytes is zero. */
	static boolean hasZero(long word) {
		return ((word - LOWEST_BITS) & ~word & HIGHEST_BITS) != 0;
	}

}
