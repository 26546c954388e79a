// SPDX-License-Identifier: Apache-2.0
package dev.relib.benchmarks.peer;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;

import dev.relib.benchmarks.contract.Line;
import dev.relib.benchmarks.contract.Order;

/**
 * Memory of a thread that orders are written into, as one writes it by hand.
 */
public final class OrderMemory {

	/** Where the address of the lines stands. */
	public static final int LINES = 16;

	/** Where the number of lines stands. */
	public static final int LENGTH = 24;

	/** The size of an order without its lines. */
	public static final int HEADER = 32;

	/** The size of a line. */
	public static final int LINE = 16;

	private static final ThreadLocal<OrderMemory> OF_THREAD = ThreadLocal.withInitial(OrderMemory::new);

	private final ByteBuffer memory = ByteBuffer.allocateDirect(4096).order(ByteOrder.nativeOrder());

	private final long address = JniPeer.address(this.memory);

	/**
	 * The memory of the calling thread.
	 * @return the memory, which lives as long as the thread
	 */
	public static OrderMemory ofThread() {
		return OF_THREAD.get();
	}

	/** Where it is. */
	long address() {
		return this.address;
	}

	/**
	 * Writes an order.
	 * @param order an order of at most 250 lines
	 * @return its address
	 */
	public long write(Order order) {
		ByteBuffer target = this.memory;
		target.putLong(0, order.id());
		target.putDouble(8, order.total());
		target.putLong(LINES, this.address + HEADER);
		target.putLong(LENGTH, order.lines().size());
		int at = HEADER;
		for (Line line : order.lines()) {
			target.putInt(at, line.article());
			target.putInt(at + 4, line.quantity());
			target.putDouble(at + 8, line.price());
			at += LINE;
		}
		return this.address;
	}

	/**
	 * Reads an order.
	 * @param header the order without its lines
	 * @param lines its lines
	 * @param count how many they are
	 * @return the order
	 */
	public static Order read(ByteBuffer header, ByteBuffer lines, int count) {
		Line[] read = new Line[count];
		for (int i = 0; i < count; i++) {
			int at = i * LINE;
			read[i] = new Line(lines.getInt(at), lines.getInt(at + 4), lines.getDouble(at + 8));
		}
		return new Order(header.getLong(0), header.getDouble(8), List.of(read));
	}

}
