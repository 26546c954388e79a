// SPDX-License-Identifier: Apache-2.0
package dev.relib.image.elf;

import java.util.function.LongPredicate;

/**
 * The hash table by which the loader finds symbols. It is the only record of their
 * number.
 */
interface SymbolHash {

	/** The largest libraries have fewer. */
	int MAX_SYMBOLS = 1 << 22;

	/** Linkers create shorter chains. */
	int MAX_CHAIN = 1 << 16;

	/** Returns the number of symbols that the table covers or skips. */
	long count();

	/**
	 * Visits the symbols with the hash of a name.
	 * @param name the name's bytes
	 * @param found receives an index; returns {@code false} to end the search
	 */
	void search(byte[] name, LongPredicate found);

}
