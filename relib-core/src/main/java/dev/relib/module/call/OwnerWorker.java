// SPDX-License-Identifier: Apache-2.0
package dev.relib.module.call;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.locks.Condition;

import org.jspecify.annotations.Nullable;

/**
 * A thread that runs tasks of generations, one after the other. It ends when it has no
 * generation: at once, or after a while if other generations may take it. Its state is
 * guarded by the lock of its {@link OwnerThreads}.
 */
final class OwnerWorker implements Runnable {

	private final OwnerThreads threads;

	private final String name;

	private final boolean lasting;

	private final Condition changed;

	private final Queue<OwnerTask<?>> tasks = new ArrayDeque<>();

	private int generations;

	private volatile @Nullable OwnerTask<?> running;

	private @Nullable Thread thread;

	/**
	 * Creates a worker whose thread starts with its first task.
	 * @param threads the threads that it is one of
	 * @param name the thread's name while it has nothing to do
	 * @param lasting whether it waits for a next generation
	 */
	OwnerWorker(OwnerThreads threads, String name, boolean lasting) {
		this.threads = threads;
		this.name = name;
		this.lasting = lasting;
		this.changed = threads.lock.newCondition();
	}

	boolean isFree() {
		return this.running == null && this.tasks.isEmpty();
	}

	/** Tells whether the calling thread is inside a task of an owner. */
	boolean isRunning(OwnerThread owner) {
		OwnerTask<?> task = this.running;
		return task != null && task.isInside(owner);
	}

	void enter() {
		this.generations++;
	}

	void leave() {
		this.generations--;
		wake();
	}

	void wake() {
		this.changed.signal();
	}

	/** The task has nothing left to do. */
	void finished() {
		this.running = null;
	}

	/** Queues a task. */
	void add(OwnerTask<?> task) {
		if (this.thread == null) {
			this.thread = start();
		}
		this.tasks.add(task);
		wake();
	}

	/** Without what a thread inherits: it may outlive whoever is the first to need it. */
	private Thread start() {
		Thread started = new Thread(null, this, this.name, 0, false);
		started.setDaemon(true);
		started.setContextClassLoader(null);
		try {
			started.start();
			return started;
		}
		catch (OutOfMemoryError ex) {
			this.threads.remove(this);
			throw ex;
		}
	}

	@Override
	public void run() {
		for (OwnerTask<?> task = next(); task != null; task = next()) {
			task.run();
		}
	}

	private @Nullable OwnerTask<?> next() {
		this.threads.lock.lock();
		try {
			long patience = this.lasting ? OwnerThreads.PATIENCE_NANOS : 0;
			while (this.tasks.isEmpty()) {
				if (this.generations == 0 && (patience <= 0 || this.threads.isClosed())) {
					this.threads.remove(this);
					return null;
				}
				patience = await(patience);
			}
			OwnerTask<?> task = this.tasks.remove();
			task.begins(this);
			this.running = task;
			return task;
		}
		finally {
			this.threads.lock.unlock();
		}
	}

	/** An interrupt by code of a module is none for the next task. */
	private long await(long patience) {
		try {
			if (this.generations == 0) {
				return this.changed.awaitNanos(patience);
			}
			this.changed.await();
			return this.lasting ? OwnerThreads.PATIENCE_NANOS : 0;
		}
		catch (InterruptedException ex) {
			return patience;
		}
	}

}
