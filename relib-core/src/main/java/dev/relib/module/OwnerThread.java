package dev.relib.module;

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
final class OwnerThread {

	private final ExecutorService executor;

	private volatile @Nullable Thread thread;

	OwnerThread(String module, long versionId) {
		this.executor = Executors.newSingleThreadExecutor((work) -> {
			Thread thread = new Thread(work, "relib-owner-" + module + "-" + versionId);
			thread.setDaemon(true);
			this.thread = thread;
			return thread;
		});
	}

	boolean isCurrent() {
		return Thread.currentThread() == this.thread;
	}

	<T extends @Nullable Object> Future<T> start(Callable<T> work) {
		return this.executor.submit(work);
	}

	/**
	 * Runs something to its end and is not to be interrupted: half a load would be worse
	 * than a slow one.
	 */
	<T extends @Nullable Object> T run(Callable<T> work) {
		return result(start(work));
	}

	/**
	 * Waits for something to end.
	 */
	static <T extends @Nullable Object> T result(Future<T> running) {
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

	void end() {
		this.executor.shutdown();
	}

}
