// SPDX-License-Identifier: Apache-2.0
package dev.relib.benchmarks.growth;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.LongAdder;

import dev.relib.benchmarks.contract.Work;

/**
 * What calls cost when many threads make them.
 */
public final class ThreadGrowth {

	private static final int BATCH = 1000;

	private static final int MILLISECONDS = 500;

	private ThreadGrowth() {
	}

	/**
	 * Measures threads that call at once.
	 * @param work what they call
	 * @param most the most threads
	 * @return a row for each power of ten; the processor time of a call
	 */
	public static Growth calling(Work work, int most) {
		Growth growth = new Growth("Threads that call at once", "threads", "a call, ns of a processor");
		calling(work, 2, 2 * MILLISECONDS);
		for (int threads = 1; threads <= most; threads *= 10) {
			growth.add(threads, calling(work, threads, MILLISECONDS));
		}
		return growth;
	}

	private static double calling(Work work, int threads, int milliseconds) {
		CountDownLatch ready = new CountDownLatch(threads);
		LongAdder calls = new LongAdder();
		long[] end = { Long.MAX_VALUE };
		List<Thread> all = new ArrayList<>();
		for (int i = 0; i < threads; i++) {
			Thread thread = new Thread(() -> {
				work.add(1, 2);
				ready.countDown();
				await(ready);
				long deadline = System.nanoTime() + milliseconds * 1_000_000L;
				int sum = 0;
				while (System.nanoTime() < deadline) {
					for (int call = 0; call < BATCH; call++) {
						sum = work.add(sum, call);
					}
					calls.add(BATCH);
				}
				end[0] = sum;
			});
			all.add(thread);
			thread.start();
		}
		await(ready);
		long began = System.nanoTime();
		all.forEach(ThreadGrowth::join);
		int processors = Math.min(threads, Runtime.getRuntime().availableProcessors());
		return (double) (System.nanoTime() - began) * processors / calls.sum();
	}

	/**
	 * Measures threads that come, call and go, one after the other.
	 * @param work what they call
	 * @param most the number of threads
	 * @return a row for each tenth of them
	 */
	public static Growth comingAndGoing(Work work, int most) {
		Growth growth = new Growth("Threads that come, call once and go", "threads so far", "first call of each, µs");
		int step = most / 10;
		for (int threads = step; threads <= most; threads += step) {
			long[] times = new long[step];
			for (int i = 0; i < step; i++) {
				int at = i;
				Thread thread = new Thread(() -> {
					long began = System.nanoTime();
					work.add(1, 2);
					times[at] = System.nanoTime() - began;
				});
				thread.start();
				join(thread);
			}
			Arrays.sort(times);
			growth.add(threads, times[step / 2] / 1000.0);
		}
		return growth;
	}

	private static void await(CountDownLatch latch) {
		try {
			latch.await();
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static void join(Thread thread) {
		try {
			thread.join();
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
