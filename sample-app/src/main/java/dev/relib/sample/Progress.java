package dev.relib.sample;

import dev.relib.RelibImports;

/**
 * Hears from native modules how far they are. Implemented by {@link Jobs}.
 */
@RelibImports
public interface Progress {

	/**
	 * Notes how far the running call is.
	 * @param percent from 0 to 100
	 */
	void report(int percent);

}
