package dev.relib.test.swappedfile;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;

/**
 * Puts libraries in turn in one place until it is closed, each for about as long as a
 * load takes.
 */
final class Swapper implements AutoCloseable {

	private static final long PAUSE = 1_000_000;

	private final CompletableFuture<Long> swaps;

	private volatile boolean stop;

	Swapper(Swap swap, Path library, Path... versions) {
		this.swaps = CompletableFuture.supplyAsync(() -> {
			try {
				long count = 0;
				while (!this.stop) {
					swap.put(versions[(int) (count++ % versions.length)], library);
					LockSupport.parkNanos(PAUSE);
				}
				return count;
			}
			catch (IOException ex) {
				throw new IllegalStateException(ex);
			}
		}, (task) -> new Thread(task, "swapper").start());
	}

	/** Stops, and tells how often it has swapped. */
	long stop() {
		this.stop = true;
		return this.swaps.join();
	}

	@Override
	public void close() {
		stop();
	}

}
