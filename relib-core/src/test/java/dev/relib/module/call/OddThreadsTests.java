// SPDX-License-Identifier: Apache-2.0
package dev.relib.module.call;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

import dev.relib.failure.ModuleClosedException;
import dev.relib.module.ModuleState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A class of threads may answer {@code getId} as it likes: calls of its threads count
 * like those of others.
 */
@Timeout(60)
class OddThreadsTests {

	private final CallStacks stacks = new CallStacks(() -> Long.MAX_VALUE);

	private final Generation generation = CallGuardTests.generation(1);

	@Test
	void countsThoseWhoseNumberChanges() throws Exception {
		AtomicLong next = new AtomicLong();
		callsCount(next::getAndIncrement);
	}

	@Test
	void countsThoseThatHaveTheSameNumber() throws Exception {
		callsCount(() -> 1);
	}

	@Test
	void countsThoseThatHaveNone() throws Exception {
		callsCount(() -> {
			throw new IllegalStateException("this thread has no number");
		});
	}

	private void callsCount(LongSupplier number) throws Exception {
		CallGuard guard = new CallGuard(this.stacks,
				() -> ModuleClosedException.notLoaded("odd", ModuleState.UNLOADED));
		guard.open(this.generation);
		OddThread first = new OddThread(guard, number);
		OddThread second = new OddThread(guard, number);
		first.begin();
		second.begin();
		assertThat(this.stacks.size()).isEqualTo(2);
		assertThat(guard.callsInFlight(this.generation)).isEqualTo(2);
		first.end();
		assertThat(guard.callsInFlight(this.generation)).isOne();
		second.end();
		assertThat(guard.callsInFlight(this.generation)).isZero();
		assertThat(this.stacks.size()).isZero();
	}

	/**
	 * Calls twice, one call inside the other.
	 */
	private static final class OddThread extends Thread {

		private final CallGuard guard;

		private final LongSupplier number;

		private final CountDownLatch inside = new CountDownLatch(1);

		private final CountDownLatch done = new CountDownLatch(1);

		private volatile Throwable failure;

		OddThread(CallGuard guard, LongSupplier number) {
			this.guard = guard;
			this.number = number;
			setUncaughtExceptionHandler((thread, ex) -> {
				this.failure = ex;
				this.inside.countDown();
			});
		}

		@Override
		@SuppressWarnings("deprecation")
		public long getId() {
			return this.number.getAsLong();
		}

		@Override
		public void run() {
			CallFrame outer = this.guard.enter();
			this.guard.exit(this.guard.enter());
			this.inside.countDown();
			try {
				this.done.await();
			}
			catch (InterruptedException ex) {
				throw new IllegalStateException(ex);
			}
			this.guard.exit(outer);
		}

		void begin() throws InterruptedException {
			start();
			this.inside.await();
			assertThat(this.failure).isNull();
		}

		void end() throws InterruptedException {
			this.done.countDown();
			join();
			assertThat(this.failure).isNull();
		}

	}

}
