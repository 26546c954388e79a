package dev.relib.test.rustthreadlocals;

import dev.relib.RelibExports;

/**
 * Leaves thread-locals on the threads that call it.
 */
@RelibExports
public interface RustLocals {

	/** In two thread-locals with destructors; returns how much it remembers. */
	int remember(String text);

	/** In one whose destructor touches another one. */
	void chain();

	/** In one without a destructor. */
	int count();

	/** What registers thread-locals of the library's own: park, channels, spawn. */
	void useTheStandardLibrary();

}
