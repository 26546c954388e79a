// SPDX-License-Identifier: Apache-2.0
package dev.relib.test.latecalls;

import dev.relib.RelibExports;

/**
 * Registers functions and memory of the module with the process.
 */
@RelibExports
public interface Registrar {

	/** Registers a function with atexit that logs. */
	void atExit(String text);

	/** Registers a function with on_exit that logs. */
	void onExit(String text);

	/** Registers a function with at_quick_exit that aborts. */
	void atQuickExit();

	/** Registers functions with pthread_atfork that abort. */
	void atFork();

	/** Installs a signal handler that counts. */
	void handle(int number);

	/** Returns the number of handled signals. */
	int handled();

	/** Sets the alternate signal stack of the calling thread to memory of the module. */
	void setStackOfHandlers();

	/** Puts a definition into the environment that is memory of the module. */
	void putIntoEnvironment(String definition);

	/** Returns the value of an environment variable, or an empty text. */
	String environment(String name);

	/** Sets a buffer of the module for standard output, and leaves text in it. */
	void printLater(String text);

}
