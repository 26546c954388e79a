package dev.relib.test.values;

/**
 * How much something matters.
 */
enum Level {

	/** Little. */
	LOW,
	/** More. */
	HALF_WAY,
	/** Most. */
	HIGH

}
