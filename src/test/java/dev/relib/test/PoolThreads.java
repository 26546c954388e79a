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
 * Threads that outlive the modules they call. They end, one by one, when they are closed.
 */
public final class PoolThreads implements AutoCloseable {

	private final int count;

	private final ExecutorService pool;

	/**
	 * Starts none yet.
	 * @param count how many there will be
	 */
	public PoolThreads(int count) {
		this.count = count;
		this.pool = Executors.newFixedThreadPool(count);
	}

	/**
	 * Makes one call on each of them, at the same time.
	 * @param call the call
	 * @return what the calls returned
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
