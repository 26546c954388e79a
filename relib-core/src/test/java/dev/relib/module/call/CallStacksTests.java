// SPDX-License-Identifier: Apache-2.0
package dev.relib.module.call;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;

import dev.relib.failure.ModuleClosedException;
import dev.relib.fixture.OnOneJdk;
import dev.relib.module.ModuleState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;

import static org.assertj.core.api.Assertions.assertThat;

@Timeout(120)
class CallStacksTests {

	private static final int THREADS = 10_000;

	private static final int COMING_AND_GOING = 2000;

	private static final int MODULES = 100;

	private static final int SAMPLE = 500;

	private final CallStacks stacks = new CallStacks(() -> Long.MAX_VALUE);

	private final CountDownLatch done = new CountDownLatch(1);

	/**
	 * Ten thousand threads take seconds to start, and register the same way on each JDK.
	 */
	@Test
	@OnOneJdk
	void registersTheTenThousandthThreadAsTheTenth() throws InterruptedException {
		CallGuard guard = guard();
		List<Thread> threads = new ArrayList<>();
		long early = firstCall(guard, threads);
		CountDownLatch registered = new CountDownLatch(THREADS - 2 * SAMPLE);
		for (int i = 0; i < THREADS - 2 * SAMPLE; i++) {
			threads.add(start(() -> {
				guard.exit(guard.enter());
				registered.countDown();
				awaitDone();
			}));
		}
		registered.await();
		long late = firstCall(guard, threads);
		System.out.println("a thread's first call: " + early + " ns with up to " + SAMPLE + " threads, " + late
				+ " ns with up to " + THREADS);
		assertThat(this.stacks.size()).isEqualTo(THREADS);
		assertThat(late).isLessThan(10 * early);
		end(threads);
	}

	/**
	 * Starts some threads one after the other; returns the median of their first calls.
	 */
	private long firstCall(CallGuard guard, List<Thread> threads) throws InterruptedException {
		long[] nanos = new long[SAMPLE];
		threads.addAll(startOneByOne(SAMPLE, (number) -> {
			long started = System.nanoTime();
			guard.exit(guard.enter());
			nanos[number] = System.nanoTime() - started;
		}));
		Arrays.sort(nanos);
		return nanos[SAMPLE / 2];
	}

	@Test
	@OnOneJdk
	void dropsEndedThreadsWhileOthersComeAndGo() throws InterruptedException {
		CallGuard guard = guard();
		int most = 0;
		for (int i = 0; i < COMING_AND_GOING; i++) {
			start(() -> guard.exit(guard.enter())).join();
			most = Math.max(most, this.stacks.size());
		}
		assertThat(most).isLessThan(COMING_AND_GOING / 5);
	}

	@Test
	void givesAThreadOneStackForAllModules() throws InterruptedException {
		List<CallGuard> guards = new ArrayList<>();
		for (int i = 0; i < MODULES; i++) {
			guards.add(guard());
		}
		List<Thread> threads = startOneByOne(20, (number) -> guards.forEach((guard) -> guard.exit(guard.enter())));
		assertThat(this.stacks.size()).isEqualTo(20);
		end(threads);
	}

	@Test
	@EnabledForJreRange(min = JRE.JAVA_21)
	void leavesNothingAfterABurstOfVirtualThreads() throws Exception {
		CallGuard guard = guard();
		CountDownLatch inside = new CountDownLatch(THREADS);
		List<Thread> threads = new ArrayList<>();
		for (int i = 0; i < THREADS; i++) {
			threads.add(startVirtual(() -> {
				CallFrame frame = guard.enter();
				inside.countDown();
				awaitDone();
				guard.exit(frame);
			}));
		}
		inside.await();
		assertThat(this.stacks.size()).isEqualTo(THREADS);
		this.done.countDown();
		for (Thread thread : threads) {
			thread.join();
		}
		assertThat(this.stacks.size()).isZero();
	}

	private static Thread startVirtual(Runnable work) throws ReflectiveOperationException {
		return (Thread) Thread.class.getMethod("startVirtualThread", Runnable.class).invoke(null, work);
	}

	/** Starts threads one after the other, which live until the end of the test. */
	private List<Thread> startOneByOne(int count, Work work) throws InterruptedException {
		List<Thread> threads = new ArrayList<>();
		for (int i = 0; i < count; i++) {
			int number = i;
			CountDownLatch worked = new CountDownLatch(1);
			threads.add(start(() -> {
				work.of(number);
				worked.countDown();
				awaitDone();
			}));
			worked.await();
		}
		return threads;
	}

	private static Thread start(Runnable work) {
		Thread thread = new Thread(null, work, "caller", 128 * 1024);
		thread.setDaemon(true);
		thread.start();
		return thread;
	}

	private void end(List<Thread> threads) throws InterruptedException {
		this.done.countDown();
		for (Thread thread : threads) {
			thread.join();
		}
	}

	private void awaitDone() {
		try {
			this.done.await();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	private CallGuard guard() {
		CallGuard guard = new CallGuard(this.stacks,
				() -> ModuleClosedException.notLoaded("test", ModuleState.UNLOADED));
		guard.open(CallGuardTests.generation(1));
		return guard;
	}

	/**
	 * A thread's first call.
	 */
	private interface Work {

		void of(int number);

	}

}
