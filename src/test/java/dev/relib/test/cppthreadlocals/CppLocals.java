package dev.relib.test.cppthreadlocals;

import dev.relib.RelibExports;

/**
 * Leaves thread-locals on the threads that call it.
 */
@RelibExports
public interface CppLocals {

	/** In two thread-locals with destructors; returns how much it remembers. */
	int remember(String text);

	/** In one whose destructor makes another one. */
	void chain();

	/** In one without a destructor. */
	int count();

	/** In what the standard library keeps of each thread that uses a memory pool. */
	void allocateFromAPool(int bytes);

	/** Keeps its promise when the calling thread ends. */
	void promise();

	/** Whether the promise is kept. */
	boolean isKept();

}
