// SPDX-License-Identifier: Apache-2.0
package dev.relib.module.call;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;

import dev.relib.module.call.ImportThreads.Origin;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The threads inside imports are known however many there are, and whatever is swept away
 * meanwhile.
 */
@Timeout(60)
class ImportThreadsTests {

	private static final int MANY = 200;

	private final ImportThreads threads = new ImportThreads();

	private final Generation generation = new Generation("heard", 1, null, false, new NoCode());

	@Test
	void areKnownHoweverManyThereAre() throws Exception {
		this.threads.loaded(this.generation, () -> Origin.NATIVE);
		CountDownLatch inside = new CountDownLatch(MANY);
		CountDownLatch leave = new CountDownLatch(1);
		List<Thread> started = new ArrayList<>();
		for (int i = 0; i < MANY; i++) {
			Thread thread = new Thread(() -> {
				ImportThread entered = this.threads.enter();
				inside.countDown();
				await(leave);
				entered.exit();
			});
			thread.start();
			started.add(thread);
		}
		inside.await();
		assertThat(this.threads.of(this.generation)).hasSize(MANY);
		leave.countDown();
		for (Thread thread : started) {
			thread.join();
		}
		// The system's thread ends a little later than Java's.
		Awaitility.await().untilAsserted(() -> assertThat(this.threads.of(this.generation)).isEmpty());
	}

	@Test
	void areKnownWhileOthersAreSweptAway() throws Exception {
		this.threads.loaded(this.generation, () -> Origin.JVM);
		Generation other = new Generation("heard", 2, null, false, new NoCode());
		AtomicBoolean done = new AtomicBoolean();
		Thread sweeper = new Thread(() -> {
			while (!done.get()) {
				this.threads.gone(other);
			}
		});
		sweeper.start();
		try {
			for (int i = 0; i < 5000; i++) {
				ImportThread entered = this.threads.enter();
				assertThat(this.threads.of(this.generation)).hasSize(1);
				entered.exit();
				assertThat(this.threads.of(this.generation)).isEmpty();
			}
		}
		finally {
			done.set(true);
			sweeper.join();
		}
	}

	private static void await(CountDownLatch latch) {
		try {
			latch.await();
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
