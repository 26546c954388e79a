// SPDX-License-Identifier: Apache-2.0
package dev.relib.benchmarks.peer;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

import dev.relib.benchmarks.contract.Order;
import dev.relib.benchmarks.contract.Work;

/**
 * JNI, written by hand.
 */
public final class JniPeer extends Peer {

	private static final Path LIBRARY = Libraries.jni();

	static {
		JniCalls.open(LIBRARY.toString());
	}

	/**
	 * What is written by hand.
	 * @return its library
	 */
	public static Path library() {
		return LIBRARY;
	}

	@Override
	public int rawAdd(int a, int b) {
		return JniCalls.rawAdd(a, b);
	}

	@Override
	public int add(int a, int b) {
		return JniCalls.add(a, b);
	}

	@Override
	public double mix(int a, long b, double c, float d, short e, byte f) {
		return JniCalls.mix(a, b, c, d, e, f);
	}

	@Override
	public String copyText(String text) {
		return new String(JniCalls.copyText(text.getBytes(StandardCharsets.UTF_8)), StandardCharsets.UTF_8);
	}

	@Override
	public byte[] copyBytes(byte[] bytes) {
		return JniCalls.copyBytes(bytes);
	}

	@Override
	public Order price(Order order) {
		OrderMemory memory = OrderMemory.ofThread();
		long priced = JniCalls.price(memory.write(order));
		try {
			ByteBuffer header = view(priced, OrderMemory.HEADER);
			int lines = (int) header.getLong(OrderMemory.LENGTH);
			return OrderMemory.read(header, view(header.getLong(OrderMemory.LINES), lines * OrderMemory.LINE), lines);
		}
		finally {
			JniCalls.freePriced(priced);
		}
	}

	/**
	 * Opens a library, calls its {@link Work#add} and closes it.
	 * @param library the module's library
	 */
	public static void openAndClose(Path library) {
		if (JniCalls.openAndClose(library.toString()) != 3) {
			throw new IllegalStateException(library.toString());
		}
	}

	/** The address of a direct buffer. */
	static long address(ByteBuffer buffer) {
		return JniCalls.address(buffer);
	}

	private static ByteBuffer view(long address, int length) {
		return JniCalls.view(address, length).order(ByteOrder.nativeOrder());
	}

	@Override
	public int callBack(int times) {
		return JniCalls.callBack(times);
	}

	@Override
	public int nest(int value) {
		return JniCalls.nest(value);
	}

	@Override
	public long allocate(int times) {
		return JniCalls.allocate(times);
	}

}
