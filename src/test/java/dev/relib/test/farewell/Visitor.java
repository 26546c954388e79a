package dev.relib.test.farewell;

import dev.relib.RelibExports;

/**
 * What the module exports.
 */
@RelibExports
public interface Visitor {

	/** Leaves a thread-local whose destructor calls the host. */
	void stay();

}
