package dev.relib.test.cppstandard;

import dev.relib.RelibExports;

/**
 * Uses the parts of the C++ library that keep something in the library or the process.
 */
@RelibExports
public interface CppStandard {

	/** Counts in an inline variable, a static member of a template and a local static. */
	String count();

	/** The matches of a regular expression, with a comma between. */
	String search(String pattern, String text);

	/** Adds 1 to a sum on each of some threads, which are joined. */
	int join(int threads);

	/** Waits in a thread that nobody joins, which logs at its end. */
	void detach(int millis);

	/** Waits for another thread at a condition variable; what the other one leaves. */
	String wakeUp(String text);

	/** Throws on a thread that catches nothing. */
	void throwOnAThread(String text);

	/** Throws on a thread that passes the exception on; its text. */
	String throwInAFuture(String text);

	/** Throws through frames with guards; how many guards there were, and the texts. */
	String throwThrough(int frames, String text);

	/** Formats with a locale of its own. */
	String format(double number);

	/** Writes into a stream that only a static destructor closes. */
	void write(String file, String text);

}
