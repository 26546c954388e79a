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

	private static final int WARMING = 3000;

	private static final int STACK = 256 * 1024;

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
	 * Measures what the first call of a thread costs, which makes the thread known.
	 * @param work what they call
	 * @param most the number of threads, at least 10
	 * @return a row for each power of ten: of the later half of that many
	 */
	public static Growth firstCalls(Work work, int most) {
		Growth growth = new Growth("The first call of a thread", "threads so far", "which goes before the next, µs",
				"which stays, µs");
		lastFirstCall(work, WARMING, false);
		for (int threads = 10; threads <= most; threads *= 10) {
			growth.add(threads, lastFirstCall(work, threads, false), lastFirstCall(work, threads, true));
		}
		return growth;
	}

	/** The median of the later half of threads, all over again where they are few. */
	private static double lastFirstCall(Work work, int threads, boolean staying) {
		List<Double> times = new ArrayList<>();
		for (int round = 0; round < Math.max(1, WARMING / threads); round++) {
			Arrays.stream(firstCallsOf(work, threads, staying)).skip(threads / 2).forEach(times::add);
		}
		times.sort(null);
		return times.get(times.size() / 2);
	}

	private static double[] firstCallsOf(Work work, int most, boolean staying) {
		double[] times = new double[most];
		CountDownLatch enough = new CountDownLatch(staying ? 1 : 0);
		List<Thread> all = new ArrayList<>();
		for (int i = 0; i < most; i++) {
			int at = i;
			CountDownLatch called = new CountDownLatch(1);
			Thread thread = new Thread(null, () -> {
				long began = System.nanoTime();
				work.add(1, 2);
				times[at] = (System.nanoTime() - began) / 1000.0;
				called.countDown();
				await(enough);
			}, "first call", STACK);
			thread.start();
			if (staying) {
				all.add(thread);
				await(called);
			}
			else {
				join(thread);
			}
		}
		enough.countDown();
		all.forEach(ThreadGrowth::join);
		return times;
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
