// SPDX-License-Identifier: Apache-2.0
package dev.relib.marshal;

/**
 * Counts the native memory that a value is going to take.
 */
final class SizeCounter {

	private static final int ALIGNMENT = 8;

	/** For what takes none. */
	static final SizeCounter NONE = new SizeCounter();

	private long bytes;

	/**
	 * Counts a run of elements, as {@link NativeBlock#take} takes it.
	 * @throws MarshallingException if no block is that large
	 */
	void reserve(long count, int size) {
		long needed = align(this.bytes) + count * size;
		if (needed > Integer.MAX_VALUE) {
			throw new MarshallingException("does not fit: its argument or return would take " + needed
					+ " bytes of native memory, and can take " + Integer.MAX_VALUE);
		}
		this.bytes = needed;
	}

	int bytes() {
		return (int) this.bytes;
	}

	static long align(long offset) {
		return (offset + ALIGNMENT - 1) & -ALIGNMENT;
	}

}
