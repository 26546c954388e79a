// SPDX-License-Identifier: Apache-2.0
package dev.relib.module.call;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@Timeout(60)
class OwnerThreadsTests {

	private final OwnerThreads threads = new OwnerThreads();

	private final CountDownLatch released = new CountDownLatch(1);

	@AfterEach
	void end() {
		this.released.countDown();
		this.threads.close();
	}

	@Test
	void givesGenerationsThatTakeTurnsOneThread() {
		List<Thread> seen = new ArrayList<>();
		for (int i = 0; i < 10; i++) {
			seen.add(this.threads.shared("m" + i, 1).run(Thread::currentThread));
		}
		assertThat(seen).containsOnly(seen.get(0));
	}

	@Test
	void keepsTheThreadOfAGenerationAsLongAsItMay() throws Exception {
		OwnerThread owner = this.threads.shared("m", 1);
		Thread opener = owner.run(Thread::currentThread);
		OwnerThread other = this.threads.shared("other", 1);
		Future<Boolean> busy = other.start(this::await);
		assertThat(owner.run(Thread::currentThread)).isNotSameAs(opener);
		this.released.countDown();
		assertThat(busy.get()).isTrue();
		assertThat(owner.run(Thread::currentThread)).isSameAs(opener);
	}

	@Test
	void runsTheTasksOfAGenerationInOrder() throws Exception {
		OwnerThread owner = this.threads.shared("m", 1);
		Future<Boolean> first = owner.start(this::await);
		List<Integer> order = new ArrayList<>();
		List<Future<Boolean>> later = List.of(owner.start(() -> order.add(1)), owner.start(() -> order.add(2)));
		OwnerThread other = this.threads.shared("other", 1);
		assertThat(other.run(order::isEmpty)).isTrue();
		assertThat(first).isNotDone();
		this.released.countDown();
		for (Future<Boolean> task : later) {
			task.get();
		}
		assertThat(order).containsExactly(1, 2);
	}

	@Test
	void givesAGenerationAThreadForItself() {
		OwnerThread shared = this.threads.shared("m", 1);
		OwnerThread alone = this.threads.alone("n", 1);
		Thread thread = alone.run(Thread::currentThread);
		assertThat(shared.run(Thread::currentThread)).isNotSameAs(thread);
		assertThat(alone.run(Thread::currentThread)).isSameAs(thread);
		assertThat(this.threads.shared("o", 1).run(Thread::currentThread)).isNotSameAs(thread);
		assertThat(alone.run(alone::isCurrent)).isTrue();
		assertThat(alone.run(shared::isCurrent)).isFalse();
		assertThat(alone.isCurrent()).isFalse();
	}

	@Test
	void tellsGenerationsOfOneThreadApart() {
		OwnerThread one = this.threads.shared("m", 1);
		OwnerThread two = this.threads.shared("n", 1);
		assertThat(one.run(one::isCurrent)).isTrue();
		assertThat(two.run(two::isCurrent)).isTrue();
		assertThat(two.run(one::isCurrent)).isFalse();
	}

	@Test
	void endsAThreadForOneGenerationWithIt() throws Exception {
		OwnerThread alone = this.threads.alone("m", 1);
		Thread thread = alone.run(Thread::currentThread);
		alone.end();
		thread.join();
		assertThatExceptionOfType(RejectedExecutionException.class).isThrownBy(() -> alone.start(() -> 1));
	}

	@Test
	void endsASharedThreadWithItsLastGenerationOnceItIsClosed() throws Exception {
		OwnerThread one = this.threads.shared("m", 1);
		OwnerThread two = this.threads.shared("n", 1);
		Thread thread = one.run(Thread::currentThread);
		assertThat(two.run(Thread::currentThread)).isSameAs(thread);
		one.end();
		this.threads.close();
		assertThat(two.run(Thread::currentThread)).isSameAs(thread);
		two.end();
		thread.join();
	}

	@Test
	void goesOnAfterATaskThatFailsOrInterruptsIt() {
		OwnerThread owner = this.threads.shared("m", 1);
		assertThatExceptionOfType(IllegalStateException.class).isThrownBy(() -> owner.run(() -> {
			Thread.currentThread().interrupt();
			throw new IllegalStateException("no");
		}));
		Thread thread = owner.run(Thread::currentThread);
		assertThat(owner.run(Thread::currentThread)).isSameAs(thread);
	}

	@Test
	void bearsTheNameAndTheContextOfItsTask() {
		ClassLoader context = new ClassLoader() {
		};
		ClassLoader before = Thread.currentThread().getContextClassLoader();
		OwnerThread owner = this.threads.shared("greeter", 3);
		Thread.currentThread().setContextClassLoader(context);
		try {
			assertThat(owner.run(() -> Thread.currentThread().getContextClassLoader())).isSameAs(context);
		}
		finally {
			Thread.currentThread().setContextClassLoader(before);
		}
		assertThat(owner.run(() -> Thread.currentThread().getName())).isEqualTo("relib-owner-greeter-3");
		Thread thread = owner.run(Thread::currentThread);
		assertThat(this.threads.shared("other", 1).run(thread::getName)).isEqualTo("relib-owner-other-1");
	}

	private boolean await() throws InterruptedException {
		this.released.await();
		return true;
	}

}
