package dev.relib.test.leftovers;

import dev.relib.RelibExports;

/**
 * Leaves things behind.
 */
@RelibExports
public interface Careless {

	/** Opens a socket, an epoll, a timerfd and a file. */
	void openDescriptors(String file);

	/** Opens a pipe, duplicates one end and closes all three. */
	void openAndCloseAPipe();

	/** Maps one page and some more. */
	void map(int bytes);

	/** Maps three pages, and unmaps the one in the middle. */
	void mapWithAHole();

	/**
	 * Writes text into a stream that is neither flushed nor closed, from a leaked buffer.
	 */
	void write(String file, String text);

	/** Reads a line into a leaked buffer that starts too small. */
	String readLine(String file);

	/** Builds an argument vector, which libc moves as it grows. */
	int joinArguments(int count);

	/** Has a destructor of the library read leaked memory. */
	void remember(String text);

	/** Leaks blocks. */
	void leak(int count, int bytes);

	/** Has somebody else free a block, and leaks the next one, which is in its place. */
	void haveAnotherFree();

	/** Allocates in a thread-specific value; its destructor counts in a file. */
	void keepForThisThread(String file);

}
