// SPDX-License-Identifier: Apache-2.0
package dev.relib.module.lifecycle;

import java.time.Duration;
import java.time.Instant;

/**
 * The start and the duration of an operation; the duration is measured by a monotonic
 * clock.
 */
public final class Stopwatch {

	private final Instant started = Instant.now();

	private final long startedNanos = System.nanoTime();

	/**
	 * Starts now.
	 */
	public Stopwatch() {
	}

	/**
	 * Returns when the operation began.
	 * @return the time of this object's creation
	 */
	public Instant started() {
		return this.started;
	}

	/**
	 * Returns how long the operation has taken so far.
	 * @return the time since this object's creation
	 */
	public Duration elapsed() {
		return Duration.ofNanos(System.nanoTime() - this.startedNanos);
	}

}
