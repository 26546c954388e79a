package dev.relib.module;

import java.time.Duration;

/**
 * How long an unload waits, and what it gives back.
 *
 * @param drain for calls in flight to return
 * @param beforeUnload for the module's {@code before_unload} to return
 * @param threads for the module's threads to be gone from the kernel
 * @param cleanup what is given back of what the module leaves behind
 */
public record UnloadOptions(Duration drain, Duration beforeUnload, Duration threads, Cleanup cleanup) {

	/** Ten seconds for each, and everything is given back. */
	public static final UnloadOptions DEFAULT = new UnloadOptions(Duration.ofSeconds(10), Duration.ofSeconds(10),
			Duration.ofSeconds(10), Cleanup.ALL);

	/**
	 * The same with shorter waits.
	 * @param limit the longest wait
	 * @return options that wait for each at most this long
	 */
	public UnloadOptions atMost(Duration limit) {
		return new UnloadOptions(shorter(this.drain, limit), shorter(this.beforeUnload, limit),
				shorter(this.threads, limit), this.cleanup);
	}

	private static Duration shorter(Duration a, Duration b) {
		return (a.compareTo(b) < 0) ? a : b;
	}

}
