// SPDX-License-Identifier: Apache-2.0
package dev.relib.test;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A fixed pool of threads, which outlive the modules that they call and end when the pool
 * is closed.
 */
public final class PoolThreads implements AutoCloseable {

	private final int count;

	private final ExecutorService pool;

	/**
	 * Creates a pool. Its threads start with their first call.
	 * @param count the number of threads
	 */
	public PoolThreads(int count) {
		this.count = count;
		this.pool = Executors.newFixedThreadPool(count);
	}

	/**
	 * Makes a call on every thread at the same time.
	 * @param call the call
	 * @return the results of the calls
	 */
	public <T> List<T> onEach(Callable<T> call) throws Exception {
		CyclicBarrier all = new CyclicBarrier(this.count);
		List<Future<T>> calls = new ArrayList<>();
		for (int i = 0; i < this.count; i++) {
			calls.add(this.pool.submit(() -> {
				all.await(5, TimeUnit.SECONDS);
				return call.call();
			}));
		}
		List<T> results = new ArrayList<>();
		for (Future<T> result : calls) {
			results.add(result.get(10, TimeUnit.SECONDS));
		}
		return results;
	}

	@Override
	public void close() {
		this.pool.shutdown();
		try {
			assertThat(this.pool.awaitTermination(5, TimeUnit.SECONDS)).isTrue();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

}
