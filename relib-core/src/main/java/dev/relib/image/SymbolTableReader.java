// SPDX-License-Identifier: Apache-2.0
package dev.relib.image;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import dev.relib.image.elf.ElfFile;
import dev.relib.image.elf.ElfSymbol;
import dev.relib.image.elf.ElfVersions.Version;
import dev.relib.module.LibrarySymbol.Type;
import dev.relib.module.LibrarySymbol;
import dev.relib.module.LibrarySymbolTable;

/**
 * Reads a library's dynamic symbols, up to limits in number and characters.
 */
final class SymbolTableReader {

	private static final int MAX_CHARACTERS = 8 << 20;

	private final ElfFile elf;

	private final Map<Integer, Version> versions;

	private final List<LibrarySymbol> offered = new ArrayList<>();

	private final List<LibrarySymbol> needed = new ArrayList<>();

	private int characters;

	private long omitted;

	private SymbolTableReader(ElfFile elf) {
		this.elf = elf;
		this.versions = elf.versions().byNumber();
	}

	void add(ElfSymbol symbol) {
		if (symbol.isOffered()) {
			add(this.offered, symbol);
		}
		else if (symbol.isNeeded()) {
			add(this.needed, symbol);
		}
	}

	private void add(List<LibrarySymbol> symbols, ElfSymbol symbol) {
		if (this.offered.size() + this.needed.size() >= LibrarySymbolTable.MAX || this.characters >= MAX_CHARACTERS) {
			this.omitted++;
			return;
		}
		String name = this.elf.symbols().name(symbol);
		this.characters += name.length();
		Version version = this.versions.get(this.elf.versions().number(symbol));
		symbols.add(new LibrarySymbol(name, (version != null) ? version.name() : null, type(symbol), symbol.isWeak()));
	}

	private static Type type(ElfSymbol symbol) {
		if (symbol.isFunction()) {
			return Type.FUNCTION;
		}
		if (symbol.isThreadLocal()) {
			return Type.THREAD_LOCAL;
		}
		return symbol.isData() ? Type.DATA : Type.UNKNOWN;
	}

	static LibrarySymbolTable read(ElfFile elf) {
		SymbolTableReader reader = new SymbolTableReader(elf);
		elf.symbols().forEach(elf.relocations(), reader::add);
		return new LibrarySymbolTable(reader.offered, reader.needed, reader.omitted);
	}

}
