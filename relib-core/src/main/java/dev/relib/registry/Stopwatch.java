package dev.relib.registry;

import java.time.Duration;
import java.time.Instant;

/**
 * When something began, and how long it takes.
 */
final class Stopwatch {

	private final Instant started = Instant.now();

	private final long startedNanos = System.nanoTime();

	Instant started() {
		return this.started;
	}

	Duration elapsed() {
		return Duration.ofNanos(System.nanoTime() - this.startedNanos);
	}

}
