// SPDX-License-Identifier: Apache-2.0
package dev.relib.module.call;

import org.jspecify.annotations.Nullable;

/**
 * Scratch memory of threads that have ended, for those that need some. Thread-safe; takes
 * no lock.
 */
final class ScratchPool {

	private final Spares<ScratchMemory> spares = new Spares<>();

	private volatile boolean isShort;

	/**
	 * Returns memory for the thread of a number; {@code null} if the JVM's limit of
	 * native memory is reached.
	 */
	@Nullable ScratchMemory take(long number) {
		ScratchMemory memory = this.spares.take(number);
		return (memory != null || this.isShort) ? memory : create();
	}

	/** The JVM collects garbage for up to a second before it gives up: once is enough. */
	private @Nullable ScratchMemory create() {
		try {
			return new ScratchMemory();
		}
		catch (OutOfMemoryError ex) {
			this.isShort = true;
			return null;
		}
	}

	/** Takes memory back whose thread is inside no call. */
	void giveBack(long number, ScratchMemory memory) {
		memory.giveBack(0);
		this.spares.leave(number, memory);
	}

}
