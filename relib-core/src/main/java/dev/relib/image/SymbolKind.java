// SPDX-License-Identifier: Apache-2.0
package dev.relib.image;

import dev.relib.image.elf.ElfFile;
import dev.relib.image.elf.ElfSymbol;

/**
 * The uses that a host has for a library's symbol.
 */
enum SymbolKind {

	/** The host can call it. */
	FUNCTION,
	/** The host can write a pointer to it. */
	SLOT,
	/** Each thread has one of its own. */
	THREAD_LOCAL,
	/** None of these. */
	OTHER;

	static SymbolKind of(ElfFile elf, ElfSymbol symbol) {
		if (symbol.isFunction()) {
			return FUNCTION;
		}
		if (symbol.isThreadLocal()) {
			return THREAD_LOCAL;
		}
		boolean slot = symbol.isData() && symbol.size() >= Long.BYTES
				&& elf.segments().isWritable(symbol.address(), Long.BYTES);
		return slot ? SLOT : OTHER;
	}

}
