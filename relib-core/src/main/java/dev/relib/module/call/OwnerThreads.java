// SPDX-License-Identifier: Apache-2.0
package dev.relib.module.call;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

import org.jspecify.annotations.Nullable;

/**
 * The owner threads of a registry's generations, as few as serve them: a generation that
 * does not need one for itself takes one that has nothing to do, and goes elsewhere while
 * that is busy with another generation. Thread-safe.
 */
public final class OwnerThreads implements AutoCloseable {

	/** How long a thread without generations waits for the next one. */
	static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(10);

	/** Guards all state of owner threads and workers. */
	final ReentrantLock lock = new ReentrantLock();

	/** Those that generations share. */
	private final List<OwnerWorker> shared = new ArrayList<>();

	private boolean closed;

	/**
	 * Creates owner threads, none of which runs yet.
	 */
	public OwnerThreads() {
	}

	/**
	 * Returns an owner thread that other generations may have as well. It stays for as
	 * long as one of them does.
	 * @param module the module's name
	 * @param generation the generation's id
	 * @return the thread, to be ended by the caller
	 */
	public OwnerThread shared(String module, long generation) {
		return new OwnerThread(this, name(module, generation), false);
	}

	/**
	 * Returns an owner thread that no other generation has.
	 * @param module the module's name
	 * @param generation the generation's id
	 * @return the thread, to be ended by the caller
	 */
	public OwnerThread alone(String module, long generation) {
		return new OwnerThread(this, name(module, generation), true);
	}

	private static String name(String module, long generation) {
		return "relib-owner-" + module + "-" + generation;
	}

	/** Returns a worker that is free now. The lock is held. */
	OwnerWorker free() {
		for (OwnerWorker worker : this.shared) {
			if (worker.isFree()) {
				return worker;
			}
		}
		OwnerWorker worker = new OwnerWorker(this, "relib-owner", true);
		this.shared.add(worker);
		return worker;
	}

	/** Tells whether threads without generations end. The lock is held. */
	boolean isClosed() {
		return this.closed;
	}

	/** Gives no task to a worker any more. The lock is held. */
	void remove(@Nullable OwnerWorker worker) {
		this.shared.remove(worker);
	}

	/**
	 * Ends threads as soon as they have no generations.
	 */
	@Override
	public void close() {
		this.lock.lock();
		try {
			this.closed = true;
			this.shared.forEach(OwnerWorker::wake);
		}
		finally {
			this.lock.unlock();
		}
	}

}
