package dev.relib.link;

/**
 * What runs when native code calls with words.
 */
@FunctionalInterface
public interface WordCallback {

	/**
	 * Runs on the thread that called.
	 * @param arguments 64 bits each; the upper half is undefined where native code passed
	 * less
	 */
	void call(long[] arguments);

}
