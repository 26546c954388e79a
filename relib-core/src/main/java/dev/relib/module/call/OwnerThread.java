package dev.relib.module.call;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import org.jspecify.annotations.Nullable;

/**
 * The thread on which one version's library is opened, told to prepare for its unload,
 * and closed. It outlives the library, for libraries remember it.
 */
public final class OwnerThread {

	private final ExecutorService executor;

	private volatile @Nullable Thread thread;

	/**
	 * Creates a thread, which starts with its first work.
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
	 * Whether this is the calling thread.
	 * @return {@code true} inside work that it was given
	 */
	public boolean isCurrent() {
		return Thread.currentThread() == this.thread;
	}

	/**
	 * Has the thread do some work, after the work that it was given before.
	 * @param <T> the result
	 * @param work the work
	 * @return its result to come
	 */
	public <T extends @Nullable Object> Future<T> start(Callable<T> work) {
		return this.executor.submit(work);
	}

	/**
	 * Runs something to its end and is not to be interrupted: half a load would be worse
	 * than a slow one.
	 * @param <T> the result
	 * @param work the work
	 * @return its result
	 */
	public <T extends @Nullable Object> T run(Callable<T> work) {
		return result(start(work));
	}

	/**
	 * Waits for work to end, and keeps interrupts for later.
	 * @param <T> the result
	 * @param running the work
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
	 * Ends the thread after its work.
	 */
	public void end() {
		this.executor.shutdown();
	}

}
