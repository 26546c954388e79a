package dev.relib.image;

import dev.relib.image.elf.ElfFile;
import dev.relib.image.elf.ElfSymbol;

/**
 * What a host can do with a symbol of a library.
 */
enum SymbolKind {

	/** Call it. */
	FUNCTION,
	/** Write a pointer there. */
	SLOT,
	/** Know that it is there. */
	OTHER;

	static SymbolKind of(ElfFile elf, ElfSymbol symbol) {
		if (symbol.isFunction()) {
			return FUNCTION;
		}
		boolean slot = symbol.isData() && symbol.size() >= Long.BYTES
				&& elf.segments().isWritable(symbol.address(), Long.BYTES);
		return slot ? SLOT : OTHER;
	}

}
