// SPDX-License-Identifier: Apache-2.0
package dev.relib.module;

import java.time.Duration;

import org.jspecify.annotations.Nullable;

/**
 * Checks the durations of options.
 */
final class Timeout {

	/** As good as for ever; clocks can add and count it. */
	private static final Duration LONGEST = Duration.ofDays(3650);

	private Timeout() {
	}

	/**
	 * Returns a duration that a wait can have.
	 * @param property the property that sets it
	 * @throws IllegalArgumentException if it is missing or negative
	 */
	static Duration require(String property, @Nullable Duration wanted) {
		if (wanted == null || wanted.isNegative()) {
			throw new IllegalArgumentException(property + " is " + wanted + ", and has to be a time of zero or more");
		}
		return (wanted.compareTo(LONGEST) < 0) ? wanted : LONGEST;
	}

}
