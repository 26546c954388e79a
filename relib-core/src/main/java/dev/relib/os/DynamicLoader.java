// SPDX-License-Identifier: Apache-2.0
package dev.relib.os;

import java.nio.file.Path;
import java.util.OptionalLong;

/**
 * The system's loader of dynamic libraries. A handle belongs to the caller that opened
 * it: it is never shared, and stays open until the caller closes it.
 */
public interface DynamicLoader {

	/**
	 * Opens a library with all its symbols resolved, and keeps its definitions from other
	 * libraries. Its constructors run on the calling thread.
	 * @param library the library's path
	 * @return its handle, to be given to {@link #close}
	 * @throws LoaderException with the loader's own words if it refuses
	 */
	long open(Path library);

	/**
	 * Opens a library as {@link #open} does, but so that libraries which are opened later
	 * can use its definitions. One that is open becomes so until it is closed for good.
	 * @param library the library's path
	 * @return its handle, to be given to {@link #close}
	 * @throws LoaderException with the loader's own words if it refuses
	 */
	long openForAll(Path library);

	/**
	 * Opens a library as {@link #open} does, but so that its own definitions, and those
	 * of the libraries that are opened with it, go before those of the process.
	 * @param library the library's path
	 * @return its handle, to be given to {@link #close}
	 * @throws LoaderException with the loader's own words if it refuses
	 */
	long openBeforeGlobal(Path library);

	/**
	 * Opens a library of the system, if there is one of this name, until the process
	 * ends. A second time changes nothing.
	 * @param name the library's name, for example {@code libgcc_s.so.1}
	 */
	void keepOpen(String name);

	/**
	 * Finds a symbol of a library, or of the libraries it needs.
	 * @param handle an open library
	 * @param symbol the symbol's name
	 * @return the symbol's address, valid while the library is open, or empty if there is
	 * none
	 */
	OptionalLong symbol(long handle, String symbol);

	/**
	 * Finds a symbol of a version, in a library or those it needs.
	 * @param handle an open library
	 * @param symbol the symbol's name
	 * @param version the symbol's version
	 * @return the symbol's address, valid while the library is open, or empty if there is
	 * none, or the system knows no versions
	 */
	OptionalLong symbol(long handle, String symbol, String version);

	/**
	 * Finds a symbol in the process's global scope.
	 * @param symbol the symbol's name
	 * @return the symbol's address
	 * @throws LoaderException if there is none
	 */
	long global(String symbol);

	/**
	 * Tells whether the process's global scope has a symbol.
	 * @param symbol the symbol's name
	 * @return {@code false} also for symbols of libraries that keep theirs to themselves
	 */
	boolean hasGlobal(String symbol);

	/**
	 * Closes a library; its destructors run on the calling thread. The library may stay
	 * mapped: {@link Mappings} tell.
	 * @param handle an open library, which nobody uses from now on
	 * @throws LoaderException if the loader refuses
	 */
	void close(long handle);

}
