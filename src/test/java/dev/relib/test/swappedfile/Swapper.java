// SPDX-License-Identifier: Apache-2.0
package dev.relib.test.swappedfile;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;

/**
 * Puts libraries at one path in turn, each for about the duration of a load, until it is
 * closed.
 */
final class Swapper implements AutoCloseable {

	private static final long PAUSE = 1_000_000;

	private final CompletableFuture<Long> swaps;

	private volatile boolean stop;

	Swapper(Swap swap, Path library, Path... libraries) {
		this.swaps = CompletableFuture.supplyAsync(() -> {
			try {
				long count = 0;
				while (!this.stop) {
					swap.put(libraries[(int) (count++ % libraries.length)], library);
					LockSupport.parkNanos(PAUSE);
				}
				return count;
			}
			catch (IOException ex) {
				throw new IllegalStateException(ex);
			}
		}, (task) -> new Thread(task, "swapper").start());
	}

	/** Stops, and returns the number of swaps. */
	long stop() {
		this.stop = true;
		return this.swaps.join();
	}

	@Override
	public void close() {
		stop();
	}

}
