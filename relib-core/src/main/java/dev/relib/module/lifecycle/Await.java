// SPDX-License-Identifier: Apache-2.0
package dev.relib.module.lifecycle;

import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/**
 * Waits for tasks, and polls for conditions that nothing signals. An interrupt does not
 * end the wait and is restored afterwards: an application that is stopped by interrupts
 * still has to unload its modules.
 */
final class Await {

	private static final long FIRST_PAUSE_NANOS = 20_000;

	private static final Duration LONGEST_PAUSE = Duration.ofMillis(10);

	/** A timeout may have more nanoseconds than a number can hold. */
	private static final long LONGEST_WAIT_NANOS = TimeUnit.HOURS.toNanos(1);

	private Await() {
	}

	/**
	 * Waits for a condition.
	 * @return {@code false} if it is still false after the timeout
	 */
	static boolean until(Duration timeout, BooleanSupplier condition) {
		return until(timeout, LONGEST_PAUSE, condition);
	}

	/**
	 * Waits for the end of a task, which wakes the calling thread.
	 * @return {@code false} if it has not ended after the timeout
	 */
	static boolean end(Duration timeout, Future<?> task) {
		boolean interrupted = false;
		long started = System.nanoTime();
		try {
			while (!task.isDone()) {
				Duration left = timeout.minusNanos(System.nanoTime() - started);
				if (left.isNegative() || left.isZero()) {
					return task.isDone();
				}
				try {
					task.get(nanos(left), TimeUnit.NANOSECONDS);
				}
				catch (InterruptedException ex) {
					interrupted = true;
				}
				catch (TimeoutException | ExecutionException | CancellationException ex) {
					continue;
				}
			}
			return true;
		}
		finally {
			if (interrupted) {
				Thread.currentThread().interrupt();
			}
		}
	}

	private static long nanos(Duration duration) {
		return (duration.toHours() > 0) ? LONGEST_WAIT_NANOS : duration.toNanos();
	}

	/**
	 * Waits for a condition that takes time to find out.
	 * @param timeout how long to wait
	 * @param longestPause the longest pause between two attempts
	 * @param condition the condition
	 * @return {@code false} if it is still false after the timeout
	 */
	static boolean until(Duration timeout, Duration longestPause, BooleanSupplier condition) {
		boolean interrupted = false;
		try {
			long started = System.nanoTime();
			long pause = FIRST_PAUSE_NANOS;
			while (!condition.getAsBoolean()) {
				if (Duration.ofNanos(System.nanoTime() - started).compareTo(timeout) >= 0) {
					return condition.getAsBoolean();
				}
				LockSupport.parkNanos(pause);
				interrupted |= Thread.interrupted();
				pause = Math.min(2 * pause, longestPause.toNanos());
			}
			return true;
		}
		finally {
			if (interrupted) {
				Thread.currentThread().interrupt();
			}
		}
	}

}
