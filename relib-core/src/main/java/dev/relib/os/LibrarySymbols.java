// SPDX-License-Identifier: Apache-2.0
package dev.relib.os;

import java.util.OptionalLong;

/**
 * The symbols of an open library.
 */
@FunctionalInterface
public interface LibrarySymbols {

	/**
	 * Finds a symbol.
	 * @param name its name
	 * @return its address, valid while the library is open; empty if there is none
	 */
	OptionalLong find(String name);

}
