// SPDX-License-Identifier: Apache-2.0
package dev.relib.module.call;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import org.jspecify.annotations.Nullable;

/**
 * The thread that opens, prepares and closes one generation's library. Libraries may hold
 * on to the thread that opened them, so it ends after the library is closed.
 */
public final class OwnerThread {

	private final ExecutorService executor;

	private volatile @Nullable Thread thread;

	/**
	 * Creates a thread that starts with its first task.
	 * @param module the module's name
	 * @param generation the generation's id
	 */
	public OwnerThread(String module, long generation) {
		this.executor = Executors.newSingleThreadExecutor((work) -> {
			Thread thread = new Thread(work, "relib-owner-" + module + "-" + generation);
			thread.setDaemon(true);
			this.thread = thread;
			return thread;
		});
	}

	/**
	 * Tells whether this is the calling thread.
	 * @return {@code true} inside a task of this thread
	 */
	public boolean isCurrent() {
		return Thread.currentThread() == this.thread;
	}

	/**
	 * Queues a task behind earlier ones.
	 * @param <T> the type of the result
	 * @param work the task
	 * @return the future result
	 */
	public <T extends @Nullable Object> Future<T> start(Callable<T> work) {
		return this.executor.submit(work);
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

	/** Ends the thread after its last task. */
	public void end() {
		this.executor.shutdown();
	}

}
