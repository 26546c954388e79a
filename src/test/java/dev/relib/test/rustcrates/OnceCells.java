package dev.relib.test.rustcrates;

import dev.relib.RelibExports;

/**
 * Cells that are initialized once in each version of the module.
 */
@RelibExports
public interface OnceCells {

	/**
	 * What {@code OnceCell}, {@code OnceBox}, {@code OnceLock} and a thread-local
	 * {@code OnceCell} hold, which is the first text that they were given.
	 */
	String remember(String text);

	/** How often it was called with this key. */
	int count(String key);

}
