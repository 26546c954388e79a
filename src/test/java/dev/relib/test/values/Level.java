// SPDX-License-Identifier: Apache-2.0
package dev.relib.test.values;

/**
 * A level of importance.
 */
enum Level {

	/** The lowest level. */
	LOW,
	/** The middle level, with a name of two words. */
	HALF_WAY,
	/** The highest level. */
	HIGH

}
