// SPDX-License-Identifier: Apache-2.0
package dev.relib.test.soak;

import dev.relib.RelibExports;

/**
 * Exports of a module that leaks and starts threads.
 */
@RelibExports
public interface Soak {

	void startThreads(int count);

	/** Leaks blocks, some of them from realloc, calloc and strdup. */
	void leak(int count, int bytes);

	/** Copies a text, and frees its temporary memory. */
	byte[] work(String text);

}
