package dev.relib.marshal;

/**
 * Native memory that holds the value of one argument for the time of a call.
 */
public final class LentArgument implements AutoCloseable {

	private final NativeBlock block;

	LentArgument(NativeBlock block) {
		this.block = block;
	}

	/**
	 * Where the value is.
	 * @return the address of a record, or of the two words of a slice, of which the first
	 * is never 0
	 */
	public long address() {
		return this.block.address();
	}

	/**
	 * Frees the memory: left to the garbage collector, native memory grows faster than
	 * the heap tells it to run.
	 */
	@Override
	public void close() {
		this.block.free();
	}

}
