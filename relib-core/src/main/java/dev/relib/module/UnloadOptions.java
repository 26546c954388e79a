// SPDX-License-Identifier: Apache-2.0
package dev.relib.module;

import java.time.Duration;

/**
 * The timeouts of unloads and the cleanup after them. Immutable. A timeout of more than
 * ten years is cut to ten years.
 *
 * @param drain how long to wait for calls in flight to return
 * @param beforeUnload how long to wait for {@code before_unload}, and for each group of
 * destructors, to return
 * @param threads how long to wait for the module's threads to leave the kernel
 * @param cleanup the resources that are given back after the unload
 */
public record UnloadOptions(Duration drain, Duration beforeUnload, Duration threads, Cleanup cleanup) {

	/** Ten seconds for each wait, and {@link Cleanup#ALL}. */
	public static final UnloadOptions DEFAULT = new UnloadOptions(Duration.ofSeconds(10), Duration.ofSeconds(10),
			Duration.ofSeconds(10), Cleanup.ALL);

	public UnloadOptions {
		drain = Timeout.require("relib.unload.drain-timeout", drain);
		beforeUnload = Timeout.require("relib.unload.before-unload-timeout", beforeUnload);
		threads = Timeout.require("relib.unload.threads-timeout", threads);
	}

	/**
	 * Limits each wait.
	 * @param limit the longest wait
	 * @return options whose waits are at most this long
	 */
	public UnloadOptions atMost(Duration limit) {
		return new UnloadOptions(shorter(this.drain, limit), shorter(this.beforeUnload, limit),
				shorter(this.threads, limit), this.cleanup);
	}

	private static Duration shorter(Duration a, Duration b) {
		return (a.compareTo(b) < 0) ? a : b;
	}

}
