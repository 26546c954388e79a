package dev.relib.image.elf;

import java.util.function.LongPredicate;

/**
 * A hash table over the symbols, by which the loader finds them. How many symbols there
 * are stands nowhere else.
 */
interface SymbolHash {

	/** More than the largest libraries have. */
	int MAX_SYMBOLS = 1 << 22;

	/** Longer than any chain that a linker makes. */
	int MAX_CHAIN = 1 << 16;

	/** How many symbols there are, as far as the table knows. */
	long count();

	/**
	 * Goes through the symbols that may have a name.
	 * @param name the name's bytes
	 * @param found told an index; {@code false} ends the search
	 */
	void search(byte[] name, LongPredicate found);

}
