package dev.relib.module;

import java.time.Duration;

/**
 * How long an unload waits.
 *
 * @param drain for calls in flight to return
 * @param beforeUnload for the module's {@code before_unload} to return
 * @param threads for the module's threads to be gone from the kernel
 */
public record UnloadOptions(Duration drain, Duration beforeUnload, Duration threads) {

	/** Ten seconds for each. */
	public static final UnloadOptions DEFAULT = new UnloadOptions(Duration.ofSeconds(10), Duration.ofSeconds(10),
			Duration.ofSeconds(10));

	UnloadOptions atMost(Duration limit) {
		return new UnloadOptions(shorter(this.drain, limit), shorter(this.beforeUnload, limit),
				shorter(this.threads, limit));
	}

	private static Duration shorter(Duration a, Duration b) {
		return (a.compareTo(b) < 0) ? a : b;
	}

}
