// SPDX-License-Identifier: Apache-2.0
package dev.relib.module.call;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.atomic.AtomicLong;

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

	private static final int GENERATIONS = 50_000_000;

	/** About 100 ns: most shorter calls end before their generation is closed. */
	private static final int READS = 200;

	/**
	 * A control is caught within seconds where both threads have a core, and later on a
	 * busy machine.
	 */
	private static final Duration LONGEST = Duration.ofMinutes(4);

	private final AtomicLong calls = new AtomicLong();

	private final AtomicLong usesAfterClose = new AtomicLong();

	private volatile boolean stop;

	@ParameterizedTest
	@ValueSource(ints = { 1, 4 })
	void drainsEveryCallBeforeAGenerationIsClosed(int callers) throws InterruptedException {
		long swaps = run(GuardProtocol.real(), callers, Duration.ofSeconds(2));
		System.out.println(swaps + " generations under " + this.calls + " calls of " + callers + " threads, "
				+ this.usesAfterClose + " uses after close");
		assertThat(this.usesAfterClose.get()).isZero();
		assertThat(this.calls.get()).isGreaterThan(1000);
	}

	@Test
	void catchesAMarkThatTheNextReadOvertakes() throws InterruptedException {
		run(GuardProtocol.withoutFence(), 1, LONGEST);
		assertThat(this.usesAfterClose.get()).isPositive();
	}

	@Test
	void catchesAMarkWithoutASecondLook() throws InterruptedException {
		run(GuardProtocol.withoutSecondLook(), 1, LONGEST);
		assertThat(this.usesAfterClose.get()).isPositive();
	}

	/** Ends at the first use after the close. */
	private long run(GuardProtocol guard, int callers, Duration time) throws InterruptedException {
		AtomicIntegerArray closed = new AtomicIntegerArray(GENERATIONS);
		Generation serving = CallGuardTests.generation(1);
		guard.open(serving);
		List<Thread> threads = new ArrayList<>();
		for (int i = 0; i < callers; i++) {
			Thread thread = new Thread(() -> call(guard, closed));
			thread.start();
			threads.add(thread);
		}
		long end = System.nanoTime() + time.toNanos();
		int id = 1;
		while (System.nanoTime() < end && id + 2 < GENERATIONS && this.usesAfterClose.get() == 0) {
			Generation next = CallGuardTests.generation(++id);
			guard.open(next);
			while (guard.isRunning(serving)) {
				Thread.yield();
			}
			closed.setOpaque((int) serving.id(), 1);
			serving = next;
		}
		this.stop = true;
		for (Thread thread : threads) {
			thread.join();
		}
		return id;
	}

	private void call(GuardProtocol guard, AtomicIntegerArray closed) {
		long count = 0;
		while (!this.stop) {
			int id = (int) guard.enter();
			for (int i = 0; i < READS; i++) {
				if (closed.getOpaque(id) != 0) {
					this.usesAfterClose.incrementAndGet();
					break;
				}
			}
			guard.exit();
			count++;
		}
		this.calls.addAndGet(count);
	}

}
