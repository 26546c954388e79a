// SPDX-License-Identifier: Apache-2.0
package dev.relib.module.call;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * No call runs on a generation that a drain has found idle. Each control leaves out one
 * part of the guard and must be caught.
 */
@Timeout(300)
class CallGuardProofTests {

	/** Their marks are used again and again: a machine may be busy for long. */
	private static final int GENERATIONS = 1 << 20;

	/** About 100 ns: most shorter calls end before their generation is closed. */
	private static final int READS = 200;

	/**
	 * A control is caught within seconds where both threads have a core, and later on a
	 * busy machine.
	 */
	private static final Duration LONGEST = Duration.ofMinutes(4);

	/** A caller gets few turns on a busy machine. */
	private static final long ENOUGH_CALLS = 1000;

	/** A yield costs milliseconds on a busy machine. */
	private static final int SPINS = 1000;

	/** By caller; written without a fence, which would order the caller's mark. */
	private volatile AtomicLongArray calls = new AtomicLongArray(0);

	private final AtomicLong usesAfterClose = new AtomicLong();

	private volatile boolean stop;

	@ParameterizedTest
	@ValueSource(ints = { 1, 4 })
	void drainsEveryCallBeforeAGenerationIsClosed(int callers) throws InterruptedException {
		long swaps = run(GuardProtocol.real(), callers, Duration.ofSeconds(2), ENOUGH_CALLS);
		System.out.println(swaps + " generations under " + calls() + " calls of " + callers + " threads, "
				+ this.usesAfterClose + " uses after close");
		assertThat(this.usesAfterClose.get()).isZero();
		assertThat(calls()).isGreaterThanOrEqualTo(ENOUGH_CALLS);
	}

	@Test
	void catchesAMarkThatTheNextReadOvertakes() throws InterruptedException {
		run(GuardProtocol.withoutFence(), 1, LONGEST, 0);
		assertThat(this.usesAfterClose.get()).isPositive();
	}

	@Test
	void catchesAMarkWithoutASecondLook() throws InterruptedException {
		run(GuardProtocol.withoutSecondLook(), 1, LONGEST, 0);
		assertThat(this.usesAfterClose.get()).isPositive();
	}

	/**
	 * Ends at the first use after the close, or when the time is over and there were
	 * enough calls.
	 */
	private long run(GuardProtocol guard, int callers, Duration time, long enough) throws InterruptedException {
		AtomicIntegerArray closed = new AtomicIntegerArray(GENERATIONS);
		Generation serving = CallGuardTests.generation(1);
		guard.open(serving);
		this.calls = new AtomicLongArray(callers);
		List<Thread> threads = new ArrayList<>();
		for (int i = 0; i < callers; i++) {
			int caller = i;
			Thread thread = new Thread(() -> call(guard, closed, caller));
			thread.start();
			threads.add(thread);
		}
		long started = System.nanoTime();
		long id = 1;
		while (this.usesAfterClose.get() == 0 && !isOver(started, time, enough)) {
			Generation next = CallGuardTests.generation(++id);
			closed.setOpaque(index(id), 0);
			guard.open(next);
			for (int i = 1; guard.isRunning(serving); i++) {
				if (i % SPINS == 0) {
					Thread.yield();
				}
			}
			closed.setOpaque(index(serving.id()), 1);
			serving = next;
		}
		this.stop = true;
		for (Thread thread : threads) {
			thread.join();
		}
		return id;
	}

	private boolean isOver(long started, Duration time, long enough) {
		long passed = System.nanoTime() - started;
		return passed > time.toNanos() && (calls() >= enough || passed > LONGEST.toNanos());
	}

	private long calls() {
		AtomicLongArray counts = this.calls;
		return IntStream.range(0, counts.length()).mapToLong(counts::get).sum();
	}

	private static int index(long id) {
		return (int) (id % GENERATIONS);
	}

	private void call(GuardProtocol guard, AtomicIntegerArray closed, int caller) {
		AtomicLongArray counts = this.calls;
		long count = 0;
		while (!this.stop) {
			int index = index(guard.enter());
			for (int i = 0; i < READS; i++) {
				if (closed.getOpaque(index) != 0) {
					this.usesAfterClose.incrementAndGet();
					break;
				}
			}
			guard.exit();
			counts.setOpaque(caller, ++count);
		}
	}

}
