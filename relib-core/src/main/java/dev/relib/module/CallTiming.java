// SPDX-License-Identifier: Apache-2.0
package dev.relib.module;

/**
 * Which calls of exports are timed. To look at the clock twice takes longer than a short
 * call.
 */
public enum CallTiming {

	/** None. */
	OFF,
	/** Of each thread's calls of an export every 128th. */
	SAMPLED,
	/** Each. */
	ALL

}
