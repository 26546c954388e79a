package dev.relib.test.latethread;

import dev.relib.RelibExports;

/**
 * Exports of the module.
 */
@RelibExports
public interface Heir {

	/**
	 * Leaves a thread-local whose destructor starts a thread that runs for some time and
	 * calls the host then.
	 */
	void leave(int millis);

}
