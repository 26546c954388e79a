// SPDX-License-Identifier: Apache-2.0
package dev.relib.test.rustcrates;

import dev.relib.RelibExports;

/**
 * A module whose global allocator is mimalloc.
 */
@RelibExports
public interface MimallocHeap {

	String repeat(String text, int times);

	void leak(long bytes);

	/**
	 * Frees blocks of the calling thread on other threads, and blocks of theirs on it.
	 */
	void freeOnOtherThreads(int threads);

}
