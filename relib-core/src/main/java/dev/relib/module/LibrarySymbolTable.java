// SPDX-License-Identifier: Apache-2.0
package dev.relib.module;

import java.util.List;

/**
 * The dynamic symbols of a library. Immutable.
 *
 * @param offered the symbols that other libraries can use, in file order
 * @param needed the symbols that it uses of other libraries, in file order
 * @param omitted how many further symbols it has
 */
public record LibrarySymbolTable(List<LibrarySymbol> offered, List<LibrarySymbol> needed, long omitted) {

	/** The greatest number of symbols that are kept. */
	public static final int MAX = 100_000;

	public LibrarySymbolTable {
		offered = List.copyOf(offered);
		needed = List.copyOf(needed);
	}

}
