package dev.relib.image;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import dev.relib.image.LibrarySymbol.Type;
import dev.relib.image.elf.ElfFile;
import dev.relib.image.elf.ElfSymbol;
import dev.relib.image.elf.ElfVersions.Version;

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

	private static final int MAX_CHARACTERS = 8 << 20;

	public LibrarySymbolTable {
		offered = List.copyOf(offered);
		needed = List.copyOf(needed);
	}

	static LibrarySymbolTable read(ElfFile elf) {
		Reading reading = new Reading(elf);
		elf.symbols().forEach(elf.relocations(), reading::add);
		return new LibrarySymbolTable(reading.offered, reading.needed, reading.omitted);
	}

	/**
	 * A table that grows up to its limits.
	 */
	private static final class Reading {

		private final ElfFile elf;

		private final Map<Integer, Version> versions;

		private final List<LibrarySymbol> offered = new ArrayList<>();

		private final List<LibrarySymbol> needed = new ArrayList<>();

		private int characters;

		private long omitted;

		Reading(ElfFile elf) {
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
			if (this.offered.size() + this.needed.size() >= MAX || this.characters >= MAX_CHARACTERS) {
				this.omitted++;
				return;
			}
			String name = this.elf.symbols().name(symbol);
			this.characters += name.length();
			Version version = this.versions.get(this.elf.versions().number(symbol));
			symbols
				.add(new LibrarySymbol(name, (version != null) ? version.name() : null, type(symbol), symbol.isWeak()));
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

	}

}
