// SPDX-License-Identifier: Apache-2.0
package dev.relib.failure;

import java.io.Serial;
import java.time.Duration;

import dev.relib.module.ModuleSource;

/**
 * Thrown when a load takes longer than its limit. It goes on in the background, and its
 * result is undone when it comes: until then the module can not be loaded.
 */
public final class LoadTimeoutException extends ModuleLoadException {

	@Serial
	private static final long serialVersionUID = 1L;

	private LoadTimeoutException(ModuleSource source, String problem, String fix) {
		super(source, problem, fix);
	}

	/**
	 * Creates an exception about a file that is not read in time.
	 * @param source the module and its library
	 * @param limit how long the load has taken
	 * @return the exception
	 */
	public static LoadTimeoutException reading(ModuleSource source, Duration limit) {
		return new LoadTimeoutException(source, "its files were not read within " + text(limit),
				"Put the library on a file system that answers, or raise relib.load.timeout.");
	}

	/**
	 * Creates an exception about constructors that do not return in time.
	 * @param source the module and its library
	 * @param limit how long the load has taken
	 * @return the exception
	 */
	public static LoadTimeoutException constructing(ModuleSource source, Duration limit) {
		return new LoadTimeoutException(source, "its constructors have not returned within " + text(limit),
				"Have them do less, or raise relib.load.timeout.");
	}

	/**
	 * Creates an exception about a library that the loader of the system does not open in
	 * time, because of the libraries that it needs.
	 * @param source the module and its library
	 * @param limit how long the load has taken
	 * @return the exception
	 */
	public static LoadTimeoutException opening(ModuleSource source, Duration limit) {
		return new LoadTimeoutException(source,
				"the loader has not opened it within " + text(limit)
						+ ": it reads the libraries that it needs, or their constructors have not returned",
				"Look at those libraries, or raise relib.load.timeout. Until the loader returns, no library can be "
						+ "opened or closed in this process.");
	}

	/**
	 * Creates an exception about a load that waits for another one.
	 * @param source the module and its library
	 * @param limit how long the load has taken
	 * @param holder what the loader of the system is doing
	 * @return the exception
	 */
	public static LoadTimeoutException waiting(ModuleSource source, Duration limit, String holder) {
		return new LoadTimeoutException(source,
				"it was not opened within " + text(limit) + ": the loader opens one library at a time, and " + holder,
				"Load it again when they have returned, or raise relib.load.timeout.");
	}

	/**
	 * Creates an exception about an earlier load that has not come to its end.
	 * @param source the module and its library
	 * @param generation the id of the generation that it would have become
	 * @param problem why that load was given up
	 * @return the exception
	 */
	public static LoadTimeoutException stillRunning(ModuleSource source, long generation, String problem) {
		return new LoadTimeoutException(source,
				"the load of generation " + generation + " was given up and is still running: " + problem,
				"Load it again when that load has ended.");
	}

	static String text(Duration limit) {
		return (limit.toMillis() % 1000 == 0) ? limit.toSeconds() + " s" : limit.toMillis() + " ms";
	}

}
