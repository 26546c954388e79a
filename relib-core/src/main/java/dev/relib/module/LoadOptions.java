// SPDX-License-Identifier: Apache-2.0
package dev.relib.module;

import java.time.Duration;
import java.util.List;

/**
 * The limits of a load, and what a library finds around it. Immutable.
 *
 * @param timeout how long a load may take, without the module's main function; zero for
 * ever, as are ten years, to which a longer time is cut
 * @param maxSize the largest accepted size of the library's file, in bytes
 * @param companions files and directories that the library looks for beside itself: paths
 * and globs, relative to its directory
 * @param global whether libraries that are opened later can use its symbols
 * ({@code RTLD_GLOBAL})
 */
public record LoadOptions(Duration timeout, long maxSize, List<String> companions, boolean global) {

	/** One minute, 2 GiB, no companions, symbols of its own. */
	public static final LoadOptions DEFAULT = new LoadOptions(Duration.ofMinutes(1), 2L << 30, List.of(), false);

	public LoadOptions {
		timeout = Timeout.require("relib.load.timeout", timeout);
		companions = List.copyOf(companions);
	}

	/**
	 * Limits the time of a load.
	 * @param limit the limit; zero for none
	 * @return the same options with this limit
	 */
	public LoadOptions withTimeout(Duration limit) {
		return new LoadOptions(limit, this.maxSize, this.companions, this.global);
	}

	/**
	 * Limits the size of the library's file.
	 * @param limit the limit in bytes
	 * @return the same options with this limit
	 */
	public LoadOptions withMaxSize(long limit) {
		return new LoadOptions(this.timeout, limit, this.companions, this.global);
	}

	/**
	 * Names what the library looks for beside itself.
	 * @param names paths and globs, relative to the library's directory
	 * @return the same options with these companions
	 */
	public LoadOptions withCompanions(List<String> names) {
		return new LoadOptions(this.timeout, this.maxSize, names, this.global);
	}

	/**
	 * Chooses whether libraries that are opened later can use the library's symbols.
	 * @param visible {@code true} to open it with {@code RTLD_GLOBAL}
	 * @return the same options with this choice
	 */
	public LoadOptions withGlobal(boolean visible) {
		return new LoadOptions(this.timeout, this.maxSize, this.companions, visible);
	}

}
