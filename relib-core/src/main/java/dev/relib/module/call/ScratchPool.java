// SPDX-License-Identifier: Apache-2.0
package dev.relib.module.call;

import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

import org.jspecify.annotations.Nullable;

/**
 * Scratch memory of threads that have ended, for those that need some. It keeps at most
 * {@value #SPARE} spare ones. Thread-safe; takes no lock.
 */
final class ScratchPool {

	private static final int SPARE = 64;

	private final ConcurrentLinkedQueue<ScratchMemory> spare = new ConcurrentLinkedQueue<>();

	private final AtomicInteger spareCount = new AtomicInteger();

	private volatile boolean isShort;

	/** Returns memory; {@code null} if the JVM's limit of native memory is reached. */
	@Nullable ScratchMemory take() {
		ScratchMemory memory = this.spare.poll();
		if (memory != null) {
			this.spareCount.decrementAndGet();
			return memory;
		}
		return this.isShort ? null : create();
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
	void giveBack(ScratchMemory memory) {
		memory.giveBack(0);
		if (this.spareCount.incrementAndGet() <= SPARE) {
			this.spare.add(memory);
		}
		else {
			this.spareCount.decrementAndGet();
		}
	}

}
