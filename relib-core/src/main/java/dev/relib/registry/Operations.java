// SPDX-License-Identifier: Apache-2.0
package dev.relib.registry;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

import dev.relib.ModuleEvent;
import dev.relib.failure.ModuleBusyException;
import dev.relib.failure.ModuleClosedException;
import dev.relib.module.call.CallGuard;
import org.jspecify.annotations.Nullable;

/**
 * Runs the operations of one module one after the other, and delivers their events in
 * order. Events are delivered after the lock is released, because a listener may wait for
 * another operation.
 */
final class Operations {

	private final String module;

	private final CallGuard guard;

	private final History history;

	private final ReentrantLock lock = new ReentrantLock();

	/** Guards itself and {@link #delivering}. */
	private final Queue<ModuleEvent> undelivered = new ArrayDeque<>();

	private boolean delivering;

	private volatile boolean closed;

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
			deliver();
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
			if (this.closed) {
				throw ModuleClosedException.registryClosed(this.module);
			}
			return operation.get();
		});
	}

	/**
	 * Runs the last operation, even from inside a call of the module. Later operations do
	 * not load.
	 */
	void close(Runnable operation) {
		this.closed = true;
		this.lock.lock();
		try {
			operation.run();
		}
		finally {
			this.lock.unlock();
			deliver();
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
		while (event != null) {
			this.history.deliver(event);
			event = next(false);
		}
	}

	private @Nullable ModuleEvent next(boolean first) {
		synchronized (this.undelivered) {
			if (first && this.delivering) {
				return null;
			}
			ModuleEvent event = this.undelivered.poll();
			this.delivering = event != null;
			return event;
		}
	}

}
