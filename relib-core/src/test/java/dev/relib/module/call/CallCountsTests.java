// SPDX-License-Identifier: Apache-2.0
package dev.relib.module.call;

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;

import dev.relib.failure.ModuleClosedException;
import dev.relib.module.CallTiming;
import dev.relib.module.ExportCalls;
import dev.relib.module.ModuleState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/**
 * What threads have counted is there after they have ended, whoever counts on.
 */
class CallCountsTests {

	private static final int FUNCTIONS = 3;

	private CallStacks stacks = stacks(CallTiming.OFF);

	private CallGuard guard = guard(this.stacks);

	private static CallStacks stacks(CallTiming timing) {
		return new CallStacks(4, () -> Long.MAX_VALUE, null, () -> 0, timing);
	}

	private static CallGuard guard(CallStacks stacks) {
		CallGuard guard = new CallGuard(stacks,
				() -> ModuleClosedException.notLoaded("counted", ModuleState.NOT_LOADED));
		guard.counts().add(0, List.of("A.first", "A.second", "A.third"));
		guard.open(CallGuardTests.generation(1));
		return guard;
	}

	private void call(CallGuard called, int function) {
		CallFrame frame = called.enter();
		frame.function(function);
		frame.outcome();
		called.exit(frame);
	}

	private static List<Long> sums(CallGuard guard) {
		return guard.counts().sums().stream().map(ExportCalls::calls).toList();
	}

	@Test
	void countsByFunctionAndModule() {
		CallGuard other = guard(this.stacks);
		for (int i = 0; i < 10; i++) {
			call(this.guard, 0);
			call(other, 2);
		}
		call(this.guard, 1);
		assertThat(sums(this.guard)).containsExactly(10L, 1L, 0L);
		assertThat(sums(other)).containsExactly(0L, 0L, 10L);
	}

	@Test
	void countsCallsInsideOfCalls() {
		CallFrame outer = this.guard.enter();
		outer.function(0);
		outer.outcome();
		call(this.guard, 1);
		outer.function(2);
		outer.outcome();
		this.guard.exit(outer);
		assertThat(sums(this.guard)).containsExactly(1L, 1L, 1L);
	}

	@Test
	void countsOnWhenThereAreMoreFunctions() {
		CallFrame outer = this.guard.enter();
		outer.function(0);
		outer.outcome();
		this.guard.counts().add(FUNCTIONS, List.of("B.fourth"));
		call(this.guard, FUNCTIONS);
		outer.function(0);
		outer.outcome();
		outer.function(FUNCTIONS);
		outer.outcome();
		this.guard.exit(outer);
		call(this.guard, 0);
		assertThat(sums(this.guard)).containsExactly(3L, 0L, 0L, 2L);
	}

	@Test
	@Timeout(60)
	void keepsWhatEndedThreadsHaveCounted() throws InterruptedException {
		for (int round = 0; round < 20; round++) {
			List<Thread> threads = new ArrayList<>();
			for (int i = 0; i < 10; i++) {
				Thread thread = new Thread(() -> {
					for (int function = 0; function < FUNCTIONS; function++) {
						call(this.guard, function);
					}
				});
				thread.start();
				threads.add(thread);
			}
			for (Thread thread : threads) {
				thread.join();
			}
		}
		this.stacks.running(CallGuardTests.generation(2));
		call(this.guard, 0);
		assertThat(sums(this.guard)).containsExactly(201L, 200L, 200L);
	}

	@Test
	@Timeout(60)
	void keepsWhatManyThreadsAtOnceHaveCountedAndNotTheirMemory() throws InterruptedException {
		int count = 400;
		AtomicBoolean ended = new AtomicBoolean();
		List<Long> seen = new ArrayList<>();
		Thread reader = new Thread(() -> {
			while (!ended.get()) {
				seen.add(sums(this.guard).get(0));
			}
		});
		reader.start();
		for (int round = 0; round < 2; round++) {
			CountDownLatch entered = new CountDownLatch(count);
			CountDownLatch leave = new CountDownLatch(1);
			List<Thread> threads = new ArrayList<>();
			for (int i = 0; i < count; i++) {
				Thread thread = new Thread(() -> {
					call(this.guard, 0);
					entered.countDown();
					awaitQuietly(leave);
				});
				thread.start();
				threads.add(thread);
			}
			entered.await();
			leave.countDown();
			for (Thread thread : threads) {
				thread.join();
			}
			this.stacks.running(CallGuardTests.generation(2));
		}
		ended.set(true);
		reader.join();
		assertThat(sums(this.guard).get(0)).isEqualTo(2L * count);
		assertThat(seen).isSorted();
		assertThat(this.stacks.counts().size()).isLessThan(count);
	}

	private static void awaitQuietly(CountDownLatch latch) {
		try {
			latch.await();
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

	@Test
	@Timeout(60)
	void countsOnVirtualThreads() throws Exception {
		assumeTrue(Runtime.version().feature() >= 21);
		Method start = Thread.class.getMethod("startVirtualThread", Runnable.class);
		List<Thread> threads = new ArrayList<>();
		for (int i = 0; i < 1000; i++) {
			threads.add((Thread) start.invoke(null, (Runnable) () -> {
				call(this.guard, 0);
				Thread.yield();
				call(this.guard, 1);
			}));
		}
		for (Thread thread : threads) {
			thread.join();
		}
		assertThat(sums(this.guard)).containsExactly(1000L, 1000L, 0L);
	}

	@Test
	void timesEachCallOrSome() {
		assertThat(this.guard.counts().sums().get(0).durations()).isEmpty();
		assertThat(timed(CallTiming.ALL, 300)).isEqualTo(300);
		assertThat(timed(CallTiming.SAMPLED, 300)).isEqualTo(2);
		assertThat(timed(CallTiming.OFF, 300)).isZero();
	}

	private long timed(CallTiming timing, int calls) {
		CallGuard timedGuard = guard(stacks(timing));
		for (int i = 0; i < calls; i++) {
			call(timedGuard, 1);
		}
		assertThat(sums(timedGuard)).containsExactly(0L, (long) calls, 0L);
		return timedGuard.counts().sums().get(1).durations().map((durations) -> {
			assertThat(durations.total()).isGreaterThanOrEqualTo(durations.longest());
			assertThat(durations.longest()).isPositive();
			return durations.timed();
		}).orElse(0L);
	}

}
