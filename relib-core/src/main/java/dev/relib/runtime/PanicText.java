// SPDX-License-Identifier: Apache-2.0
package dev.relib.runtime;

import java.nio.charset.StandardCharsets;

import dev.relib.os.CHeap;
import dev.relib.os.LentMemory;

/**
 * Takes the text of the calling thread's last panic from librelib_rt. It takes no lock:
 * the text belongs to the native thread, and a virtual thread that blocks may continue on
 * another one.
 */
final class PanicText {

	private static final int SIZE = 1024;

	private PanicText() {
	}

	/**
	 * Takes the text.
	 * @param function copies the text to an address, up to a size, and returns its length
	 * @return the text; empty if there is none
	 */
	static String take(RuntimeFunction function) {
		long buffer = CHeap.allocate(SIZE);
		try {
			byte[] text = new byte[(int) function.call(buffer, SIZE)];
			LentMemory.read(buffer, text);
			return new String(text, StandardCharsets.UTF_8);
		}
		finally {
			CHeap.free(buffer);
		}
	}

}
