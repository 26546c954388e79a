// SPDX-License-Identifier: Apache-2.0
package dev.relib.registry;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

import dev.relib.ModuleEvent;
import dev.relib.NativeModule;
import dev.relib.failure.ModuleBusyException;
import dev.relib.failure.ModuleClosedException;
import dev.relib.module.call.CallGuard;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs the operations of one module one after the other, and delivers their events in
 * order. Events are delivered after the lock is released, because a listener may wait for
 * another operation.
 */
final class Operations {

	private static final Logger logger = LoggerFactory.getLogger(NativeModule.class);

	private static final long POLL_MILLIS = 20;

	/** How long a close waits for listeners. */
	private static final Duration DELIVERY = Duration.ofSeconds(10);

	private final String module;

	private final CallGuard guard;

	private final History history;

	private final ReentrantLock lock = new ReentrantLock();

	/** Guards itself and {@link #delivering}. */
	private final Queue<ModuleEvent> undelivered = new ArrayDeque<>();

	/** The thread that delivers events; {@code null} while none does. */
	private @Nullable Thread delivering;

	/** Whether the operation that runs loads. */
	private volatile boolean loading;

	private volatile boolean closed;

	/** The last operation, if a close has left it to the load that is running. */
	private final AtomicReference<@Nullable Runnable> left = new AtomicReference<>();

	Operations(String module, CallGuard guard, History history) {
		this.module = module;
		this.guard = guard;
		this.history = history;
	}

	/**
	 * Runs an operation once no other one runs.
	 * @throws ModuleBusyException if the calling thread is inside a call of the module
	 * and another operation runs, which may wait for that call
	 */
	<T> T run(Supplier<T> operation) {
		begin();
		try {
			return operation.get();
		}
		finally {
			this.lock.unlock();
			runLeft();
			deliver();
		}
	}

	/** Runs what a close has left. Its failure replaces no other one. */
	private void runLeft() {
		if (this.left.get() == null || this.lock.isHeldByCurrentThread() || !this.lock.tryLock()) {
			return;
		}
		try {
			Runnable operation = this.left.getAndSet(null);
			if (operation != null) {
				operation.run();
			}
		}
		catch (RuntimeException | Error ex) {
			logger.error("Can not unload module '{}'", this.module, ex);
		}
		finally {
			this.lock.unlock();
		}
	}

	/**
	 * Runs an operation that loads.
	 * @throws ModuleBusyException if the calling thread is inside a call of the module
	 * and another operation runs
	 * @throws ModuleClosedException if the registry is closed
	 */
	<T> T runUnlessClosed(Supplier<T> operation) {
		return run(() -> {
			requireOpen();
			this.loading = true;
			try {
				return operation.get();
			}
			finally {
				this.loading = false;
			}
		});
	}

	/**
	 * Says that the load that runs has ended. What its operation does now is an unload,
	 * which ends by itself, and a close waits for it.
	 */
	void loaded() {
		this.loading = false;
	}

	/** Gives up a load that is running, and refuses later ones. */
	void stopLoading() {
		this.closed = true;
	}

	boolean isClosed() {
		return this.closed;
	}

	/**
	 * Runs the last operation, even from inside a call of the module. Later operations do
	 * not load.
	 * @param operation the operation
	 * @param patience how long to wait for a load that is running, for example a main
	 * function that does not return; the operation is left to it then. It is run now and
	 * left if the load itself closes, whose generation is still to come.
	 */
	void close(Runnable operation, Duration patience) {
		this.closed = true;
		if (!lock(patience) && !leave(operation)) {
			logger.warn("Module '{}' stays loaded: a load of it has not ended within {}", this.module, patience);
			return;
		}
		if (this.lock.getHoldCount() > 1) {
			this.left.set(operation);
		}
		try {
			operation.run();
		}
		finally {
			this.lock.unlock();
			deliver();
			awaitDelivery();
		}
	}

	/**
	 * Leaves the last operation to the one that runs.
	 * @return {@code true} if that has just ended, and this thread has the lock
	 */
	private boolean leave(Runnable operation) {
		this.left.set(operation);
		if (!this.lock.tryLock()) {
			return false;
		}
		this.left.set(null);
		return true;
	}

	private boolean lock(Duration patience) {
		boolean interrupted = false;
		long started = System.nanoTime();
		try {
			while (true) {
				try {
					if (this.lock.tryLock(POLL_MILLIS, TimeUnit.MILLISECONDS)) {
						return true;
					}
					if (this.loading && System.nanoTime() - started > patience.toNanos()) {
						return false;
					}
				}
				catch (InterruptedException ex) {
					interrupted = true;
				}
			}
		}
		finally {
			if (interrupted) {
				Thread.currentThread().interrupt();
			}
		}
	}

	/**
	 * Waits for another thread that delivers, as listeners may not outlive the registry.
	 */
	private void awaitDelivery() {
		boolean interrupted = false;
		long end = System.nanoTime() + DELIVERY.toNanos();
		synchronized (this.undelivered) {
			while (this.delivering != null && this.delivering != Thread.currentThread()) {
				long millis = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
				if (millis <= 0) {
					break;
				}
				try {
					this.undelivered.wait(millis);
				}
				catch (InterruptedException ex) {
					interrupted = true;
				}
			}
		}
		if (interrupted) {
			Thread.currentThread().interrupt();
		}
	}

	/**
	 * Requires that the registry is open.
	 * @throws ModuleClosedException if it has been closed, maybe by an import of the
	 * generation that is being loaded
	 */
	void requireOpen() {
		if (this.closed) {
			throw ModuleClosedException.registryClosed(this.module);
		}
	}

	private void begin() {
		if (!this.guard.insideCall()) {
			this.lock.lock();
		}
		else if (this.lock.isHeldByCurrentThread() || !this.lock.tryLock()) {
			throw new ModuleBusyException(this.module);
		}
	}

	/** Records an event, to be delivered after the operation. */
	void record(ModuleEvent event) {
		this.history.add(event);
		synchronized (this.undelivered) {
			this.undelivered.add(event);
		}
	}

	/**
	 * Delivers the recorded events. If another thread is delivering, it delivers these as
	 * well: the order is kept and this thread waits for no listener.
	 */
	void deliver() {
		if (this.lock.isHeldByCurrentThread()) {
			return;
		}
		ModuleEvent event = next(true);
		try {
			while (event != null) {
				this.history.deliver(event);
				event = next(false);
			}
		}
		finally {
			if (event != null) {
				stopDelivering();
			}
		}
	}

	private void stopDelivering() {
		synchronized (this.undelivered) {
			this.delivering = null;
			this.undelivered.notifyAll();
		}
	}

	private @Nullable ModuleEvent next(boolean first) {
		synchronized (this.undelivered) {
			if (first && this.delivering != null) {
				return null;
			}
			ModuleEvent event = this.undelivered.poll();
			this.delivering = (event != null) ? Thread.currentThread() : null;
			if (event == null) {
				this.undelivered.notifyAll();
			}
			return event;
		}
	}

}
