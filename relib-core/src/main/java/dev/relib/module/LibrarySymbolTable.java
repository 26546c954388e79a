package dev.relib.module;

import java.util.List;

/**
 * All that a library offers and needs.
 *
 * @param offered the symbols that others can use, in the order of the file
 * @param needed the symbols that it uses of others, likewise
 * @param omitted how many more there are
 */
public record LibrarySymbolTable(List<LibrarySymbol> offered, List<LibrarySymbol> needed, long omitted) {

	/** Of how many symbols the names are kept. */
	public static final int MAX = 100_000;

	public LibrarySymbolTable {
		offered = List.copyOf(offered);
		needed = List.copyOf(needed);
	}

}
