// SPDX-License-Identifier: Apache-2.0
package dev.relib.marshal;

import java.nio.ByteBuffer;
import java.util.Arrays;

import dev.relib.link.MachineType;
import dev.relib.os.CHeap;
import dev.relib.os.LentMemory;
import org.jspecify.annotations.Nullable;

/**
 * Text as C has it: a pointer to UTF-8 that ends with NUL.
 */
final class TerminatedTextCodec implements ArgumentCodec {

	/** No page is smaller. Up to the end of a page, all of it is readable. */
	private static final int PAGE_SIZE = 4096;

	/** Of each byte in a word. */
	private static final long LOWEST_BITS = 0x0101010101010101L;

	private static final long HIGHEST_BITS = LOWEST_BITS << 7;

	@Override
	public MachineType machineType() {
		return MachineType.LONG;
	}

	@Override
	public long pass(@Nullable Object value, Object[] values, int at) {
		byte[] text = encode(ValueCodec.require(String.class, value));
		long block = CHeap.allocate(text.length);
		LentMemory.write(block, text);
		values[at] = block;
		return block;
	}

	private static byte[] encode(String text) {
		if (text.indexOf('\0') >= 0) {
			throw new MarshallingException("holds the character NUL, which ends text in C");
		}
		byte[] bytes = Utf8.encode(text);
		return Arrays.copyOf(bytes, bytes.length + 1);
	}

	/**
	 * Reads text that stays its library's.
	 * @throws MarshallingException if it is a null pointer, or its bytes are not UTF-8
	 */
	static String read(long address) {
		if (address == 0) {
			throw new MarshallingException("is a null pointer");
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
	private static boolean hasZero(long word) {
		return ((word - LOWEST_BITS) & ~word & HIGHEST_BITS) != 0;
	}

}
