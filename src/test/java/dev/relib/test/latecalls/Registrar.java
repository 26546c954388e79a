package dev.relib.test.latecalls;

import dev.relib.RelibExports;

/**
 * Leaves functions and memory of the module for the process to use later.
 */
@RelibExports
public interface Registrar {

	/** Logs when the library or the process ends. */
	void atExit(String text);

	/** The same by the C library's older function. */
	void onExit(String text);

	/** Aborts when the process ends quickly. */
	void atQuickExit();

	/** Aborts before a fork and after it. */
	void atFork();

	/** Counts signals of this number from now on. */
	void handle(int number);

	/** How many signals there were. */
	int handled();

	/** Gives the calling thread's signal handlers a stack of the module's memory. */
	void setStackOfHandlers();

	/** Puts a definition of the module's memory into the environment. */
	void putIntoEnvironment(String definition);

	/** The value of a variable, or nothing. */
	String environment(String name);

	/** Leaves text in a buffer of standard output, which is the module's memory. */
	void printLater(String text);

}
