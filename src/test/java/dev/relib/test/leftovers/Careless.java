// SPDX-License-Identifier: Apache-2.0
package dev.relib.test.leftovers;

import dev.relib.RelibExports;

/**
 * Leaks resources.
 */
@RelibExports
public interface Careless {

	/** Opens a socket, an epoll instance, a timerfd and a file. */
	void openDescriptors(String file);

	/** Opens a pipe, duplicates one end and closes all three descriptors. */
	void openAndCloseAPipe();

	/** Maps a number of bytes. */
	void map(int bytes);

	/** Maps three pages and unmaps the middle one. */
	void mapWithAHole();

	/**
	 * Writes text to a stream with a leaked buffer, and leaves it open and unflushed.
	 */
	void write(String file, String text);

	/** Reads a line with getline into a leaked buffer that has to grow. */
	String readLine(String file);

	/** Builds an argument vector with argz functions, which reallocate it. */
	int joinArguments(int count);

	/** Lets a static destructor of the library read leaked memory. */
	void remember(String text);

	/** Leaks blocks. */
	void leak(int count, int bytes);

	/**
	 * Frees a block behind the back of the kit's hooks, and leaks another one at its
	 * address.
	 */
	void haveAnotherFree();

	void haveAnotherFreeForGood();

	/** Sets a thread-specific value whose destructor appends to a file. */
	void keepForThisThread(String file);

}
