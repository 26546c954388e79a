package dev.relib.test.soak;

import dev.relib.RelibExports;

/**
 * A module that leaks and runs threads of its own.
 */
@RelibExports
public interface Soak {

	void startThreads(int count);

	/** MemoryLeaks blocks; some of them through realloc, calloc and strdup. */
	void leak(int count, int bytes);

	/** Allocates and frees. */
	byte[] work(String text);

}
