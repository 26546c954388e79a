// SPDX-License-Identifier: Apache-2.0
package dev.relib.module.lifecycle;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/**
 * Polls for a condition that nothing signals. An interrupt does not end the wait and is
 * restored afterwards: an application that is stopped by interrupts still has to unload
 * its modules.
 */
final class Await {

	private static final long FIRST_PAUSE_NANOS = 20_000;

	private static final Duration LONGEST_PAUSE = Duration.ofMillis(10);

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
