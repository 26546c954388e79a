package dev.relib.test.slowend;

import dev.relib.RelibExports;

/**
 * Starts threads whose functions return at once, and whose key values take long to be
 * destroyed.
 */
@RelibExports
public interface SlowEnder {

	/** One that is detached. */
	void detach(int millis);

	/** One that can be joined, which nobody does. */
	void forget(int millis);

}
