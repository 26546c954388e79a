// SPDX-License-Identifier: Apache-2.0
package dev.relib.module.call;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;

import org.jspecify.annotations.Nullable;

/**
 * The thread that opens, prepares and closes one generation's library. Libraries may hold
 * on to the thread that opened them, so it ends after the library is closed. Where other
 * generations have it as well, a task that would have to wait for one of theirs runs on
 * another thread.
 */
public final class OwnerThread {

	private final OwnerThreads threads;

	private final String name;

	private final boolean alone;

	private @Nullable OwnerWorker home;

	/** Where the last task is, which the next one follows. */
	private volatile @Nullable OwnerWorker last;

	private int unfinished;

	private boolean ended;

	OwnerThread(OwnerThreads threads, String name, boolean alone) {
		this.threads = threads;
		this.name = name;
		this.alone = alone;
	}

	String name() {
		return this.name;
	}

	/**
	 * Tells whether this is the calling thread.
	 * @return {@code true} inside a task of this thread
	 */
	public boolean isCurrent() {
		OwnerWorker worker = this.last;
		return worker != null && worker.isRunning(this);
	}

	/**
	 * Queues a task behind earlier ones.
	 * @param <T> the type of the result
	 * @param work the task
	 * @return the future result
	 * @throws RejectedExecutionException if the thread has been ended
	 */
	public <T extends @Nullable Object> Future<T> start(Callable<T> work) {
		OwnerTask<T> task = new OwnerTask<>(this, work);
		this.threads.lock.lock();
		try {
			if (this.ended) {
				throw new RejectedExecutionException(this.name + " has been ended");
			}
			OwnerWorker worker = worker();
			worker.add(task);
			this.last = worker;
			this.unfinished++;
		}
		finally {
			this.threads.lock.unlock();
		}
		return task;
	}

	private OwnerWorker worker() {
		OwnerWorker known = this.home;
		if (known == null) {
			known = this.alone ? new OwnerWorker(this.threads, this.name, false) : this.threads.free();
			known.enter();
			this.home = known;
		}
		if (this.unfinished > 0 && this.last != null) {
			return this.last;
		}
		return (this.alone || known.isFree()) ? known : this.threads.free();
	}

	/** A task has nothing left to do on a worker. */
	void finished(OwnerWorker worker) {
		this.threads.lock.lock();
		try {
			this.unfinished--;
			worker.finished();
		}
		finally {
			this.threads.lock.unlock();
		}
	}

	/**
	 * Runs a task and waits for its end.
	 * @param <T> the type of the result
	 * @param work the task
	 * @return its result
	 */
	public <T extends @Nullable Object> T run(Callable<T> work) {
		return result(start(work));
	}

	/**
	 * Waits for the end of a task. An interrupt does not end the wait, because a
	 * half-done load cannot be undone, and is restored afterwards. Exceptions of the task
	 * are thrown as they are; a checked one is wrapped in an
	 * {@link IllegalStateException}.
	 * @param <T> the type of the result
	 * @param running the task
	 * @return its result
	 */
	public static <T extends @Nullable Object> T result(Future<T> running) {
		boolean interrupted = false;
		try {
			while (true) {
				try {
					return running.get();
				}
				catch (InterruptedException ex) {
					interrupted = true;
				}
				catch (ExecutionException ex) {
					throw unchecked(ex.getCause());
				}
			}
		}
		finally {
			if (interrupted) {
				Thread.currentThread().interrupt();
			}
		}
	}

	private static RuntimeException unchecked(Throwable cause) {
		if (cause instanceof Error error) {
			throw error;
		}
		return (cause instanceof RuntimeException exception) ? exception : new IllegalStateException(cause);
	}

	/**
	 * Ends the thread after its last task, and that of the other generations that have
	 * it.
	 */
	public void end() {
		this.threads.lock.lock();
		try {
			if (!this.ended && this.home != null) {
				this.home.leave();
			}
			this.ended = true;
		}
		finally {
			this.threads.lock.unlock();
		}
	}

}
