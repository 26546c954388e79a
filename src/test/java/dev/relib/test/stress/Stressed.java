package dev.relib.test.stress;

import dev.relib.RelibExports;

/**
 * A module that leaves thread-locals on every thread that calls it.
 */
@RelibExports
public interface Stressed {

	/** Repeats the text as often as the host says. */
	String repeat(String text);

	/** Counts the calls of this thread, in a thread-local with a destructor. */
	int touch();

	/** Panics. */
	void fail();

}
