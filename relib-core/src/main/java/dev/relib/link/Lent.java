package dev.relib.link;

import dev.relib.os.CHeap;

/**
 * Native memory that holds the value of one argument for the time of a call.
 */
public final class Lent implements AutoCloseable {

	private final long address;

	private final int length;

	private final boolean owned;

	private Lent(long address, int length, boolean owned) {
		this.address = address;
		this.length = length;
		this.owned = owned;
	}

	static Lent of(Block block, int length) {
		return new Lent(block.address(), length, true);
	}

	/** Memory of the argument itself, which its owner keeps during the call. */
	static Lent borrowed(long address, int length) {
		return new Lent(address, length, false);
	}

	/**
	 * Where the record or the first element is.
	 * @return the address, never 0
	 */
	public long address() {
		return this.address;
	}

	/**
	 * How many elements there are.
	 * @return the number; 1 for a record
	 */
	public int length() {
		return this.length;
	}

	/**
	 * Frees the memory, if it was made for the call: left to the garbage collector,
	 * native memory grows faster than the heap tells it to run.
	 */
	@Override
	public void close() {
		if (this.owned) {
			CHeap.free(this.address);
		}
	}

}
