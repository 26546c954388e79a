// SPDX-License-Identifier: Apache-2.0
package dev.relib.benchmarks.peer;

import com.sun.jna.Memory;
import com.sun.jna.Pointer;
import com.sun.jna.Structure;
import com.sun.jna.Structure.FieldOrder;
import dev.relib.benchmarks.contract.Order;

/**
 * Memory of a thread for JNA's calls, as one keeps it by hand.
 */
public final class JnaMemory {

	private static final ThreadLocal<Memory> OF_THREAD = ThreadLocal.withInitial(() -> new Memory(128 * 1024));

	/** The outcome stands before what is passed. */
	private static final int BEGIN = 8;

	private JnaMemory() {
	}

	static Pointer ofThread() {
		return OF_THREAD.get();
	}

	static Words words(byte[] bytes) {
		Memory memory = OF_THREAD.get();
		memory.write(BEGIN, bytes, 0, bytes.length);
		Words words = new Words();
		words.pointer = memory.share(BEGIN);
		words.length = bytes.length;
		return words;
	}

	static byte[] bytes(Pointer words) {
		return words.getPointer(0).getByteArray(0, (int) words.getLong(8));
	}

	static Order order(Pointer priced) {
		int lines = (int) priced.getLong(OrderMemory.LENGTH);
		return OrderMemory.read(priced.getByteBuffer(0, OrderMemory.HEADER),
				priced.getPointer(OrderMemory.LINES).getByteBuffer(0, (long) lines * OrderMemory.LINE), lines);
	}

	/**
	 * A pointer and a length.
	 */
	@FieldOrder({ "pointer", "length" })
	public static final class Words extends Structure implements Structure.ByValue {

		/** Where the bytes are. */
		public Pointer pointer = Pointer.NULL;

		/** How many they are. */
		public long length;

	}

}
