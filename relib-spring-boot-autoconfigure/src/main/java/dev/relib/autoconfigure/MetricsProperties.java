// SPDX-License-Identifier: Apache-2.0
package dev.relib.autoconfigure;

import dev.relib.module.CallTiming;

/**
 * Properties of what is counted and timed.
 */
public class MetricsProperties {

	/**
	 * Which calls of exports are timed: none, every 128th of each thread's calls of an
	 * export, or all of them. Calls are counted in any case.
	 */
	private CallTiming timing = CallTiming.OFF;

	public CallTiming getTiming() {
		return this.timing;
	}

	public void setTiming(CallTiming timing) {
		this.timing = timing;
	}

}
