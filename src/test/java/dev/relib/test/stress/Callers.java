// SPDX-License-Identifier: Apache-2.0
package dev.relib.test.stress;

import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

import dev.relib.failure.ModulePanicException;
import dev.relib.test.ProcessFigures;
import org.jspecify.annotations.Nullable;

/**
 * Platform, virtual and short-lived threads that call a module until they are stopped.
 * They pause while the process is measured.
 */
final class Callers {

	private static final int POOL_THREADS = 4;

	private static final int VIRTUAL_THREADS = 200;

	private final Stressed stressed;

	private final ReadWriteLock running = new ReentrantReadWriteLock(true);

	private final AtomicBoolean stopped = new AtomicBoolean();

	private final AtomicLong calls = new AtomicLong();

	private final AtomicLong shortLived = new AtomicLong();

	private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();

	Callers(Stressed stressed) {
		this.stressed = stressed;
	}

	void start() throws ReflectiveOperationException {
		ThreadFactory platform = Executors.defaultThreadFactory();
		for (int i = 0; i < POOL_THREADS; i++) {
			start(platform, () -> repeatedly(this::call, 1));
		}
		start(platform, () -> repeatedly(this::callOnce, 1));
		if (Runtime.version().feature() >= 21) {
			Object builder = Thread.class.getMethod("ofVirtual").invoke(null);
			ThreadFactory virtual = (ThreadFactory) Class.forName("java.lang.Thread$Builder")
				.getMethod("factory")
				.invoke(builder);
			for (int i = 0; i < VIRTUAL_THREADS; i++) {
				start(virtual, () -> repeatedly(this::call, 20));
			}
		}
	}

	private static void start(ThreadFactory factory, Runnable work) {
		Thread thread = factory.newThread(work);
		if (!thread.isDaemon()) {
			thread.setDaemon(true);
		}
		thread.start();
	}

	private void repeatedly(Runnable call, int pauseMillis) {
		try {
			while (!this.stopped.get()) {
				this.running.readLock().lock();
				try {
					call.run();
				}
				finally {
					this.running.readLock().unlock();
				}
				Thread.sleep(pauseMillis);
			}
		}
		catch (Throwable ex) {
			this.failure.compareAndSet(null, ex);
		}
	}

	private void call() {
		String text = "text " + this.calls.incrementAndGet();
		require(this.stressed.repeat(text).equals(text + text), "wrong text");
		require(this.stressed.touch() > 0, "no thread-local");
		try {
			this.stressed.fail();
			require(false, "no panic");
		}
		catch (ModulePanicException ex) {
			require(ex.getMessage().contains("on purpose"), ex.getMessage());
		}
	}

	private void callOnce() {
		Thread thread = new Thread(() -> {
			try {
				call();
				this.shortLived.incrementAndGet();
			}
			catch (Throwable ex) {
				this.failure.compareAndSet(null, ex);
			}
		});
		thread.start();
		try {
			thread.join();
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static void require(boolean condition, String problem) {
		if (!condition) {
			throw new IllegalStateException(problem);
		}
	}

	/**
	 * Measures the process while no call runs.
	 */
	ProcessFigures figures() {
		this.running.writeLock().lock();
		try {
			return ProcessFigures.now("libstress");
		}
		finally {
			this.running.writeLock().unlock();
		}
	}

	void stop() {
		this.stopped.set(true);
		this.running.writeLock().lock();
	}

	long calls() {
		return this.calls.get();
	}

	long shortLived() {
		return this.shortLived.get();
	}

	@Nullable Throwable failure() {
		return this.failure.get();
	}

}
