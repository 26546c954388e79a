// SPDX-License-Identifier: Apache-2.0
package dev.relib.image.elf;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Consumer;

import dev.relib.image.file.DamagedFileException;
import dev.relib.image.file.FileBytes;
import org.jspecify.annotations.Nullable;

/**
 * The dynamic symbol table.
 */
public final class ElfSymbols {

	private final FileBytes file;

	private final ElfSegments segments;

	private final ElfDynamic dynamic;

	private final ElfStrings strings;

	private final ElfVersions versions;

	private final @Nullable SymbolHash hash;

	ElfSymbols(FileBytes file, ElfSegments segments, ElfDynamic dynamic, ElfStrings strings, ElfVersions versions) {
		this.file = file;
		this.segments = segments;
		this.dynamic = dynamic;
		this.strings = strings;
		this.versions = versions;
		if (dynamic.find(ElfDynamic.SYMBOL_SIZE).orElse(ElfSymbol.SIZE) != ElfSymbol.SIZE) {
			throw new DamagedFileException("its symbols have " + dynamic.get(ElfDynamic.SYMBOL_SIZE) + " bytes each");
		}
		this.hash = hash();
	}

	private @Nullable SymbolHash hash() {
		if (this.dynamic.find(ElfDynamic.GNU_HASH).isPresent()) {
			long address = this.dynamic.get(ElfDynamic.GNU_HASH);
			return new GnuHash(this.file, this.segments.offset(address, 16), this.segments.available(address));
		}
		if (this.dynamic.find(ElfDynamic.HASH).isPresent()) {
			long address = this.dynamic.get(ElfDynamic.HASH);
			return new SysvHash(this.file, this.segments.offset(address, 8), this.segments.available(address));
		}
		return null;
	}

	/**
	 * Visits all offered symbols, and most needed ones.
	 * @param visitor receives each symbol
	 */
	public void forEach(Consumer<ElfSymbol> visitor) {
		forEach(count(), visitor);
	}

	/**
	 * Visits all symbols. The hash table may omit needed symbols, but relocations refer
	 * to them.
	 * @param relocations the library's relocations
	 * @param visitor receives each symbol
	 */
	public void forEach(ElfRelocations relocations, Consumer<ElfSymbol> visitor) {
		forEach(Math.max(count(), relocations.lastSymbol() + 1), visitor);
	}

	private long count() {
		return (this.hash != null) ? this.hash.count() : 0;
	}

	private void forEach(long count, Consumer<ElfSymbol> visitor) {
		long table = table(count);
		for (long i = 1; i < count; i++) {
			visitor.accept(ElfSymbol.read(this.file, i, table + i * ElfSymbol.SIZE));
		}
	}

	private long table(long count) {
		if (count > SymbolHash.MAX_SYMBOLS) {
			throw new DamagedFileException("it has " + count + " symbols");
		}
		return (count != 0) ? this.segments.offset(this.dynamic.get(ElfDynamic.SYMBOL_TABLE), count * ElfSymbol.SIZE)
				: 0;
	}

	/** Returns a symbol by its index. */
	ElfSymbol get(long index) {
		return ElfSymbol.read(this.file, index, table(index + 1) + index * ElfSymbol.SIZE);
	}

	/** Makes all unique symbols weak. */
	void weaken(ElfFile.BytePatch patches) {
		long table = table(count());
		forEach((symbol) -> {
			if (symbol.isUnique()) {
				patches.put(table + symbol.index() * ElfSymbol.SIZE + ElfSymbol.INFO, symbol.weakInfo());
			}
		});
	}

	/**
	 * Finds an offered symbol as the loader does.
	 * @param name its name
	 * @return the symbol, in its default version if it has several; empty if there is
	 * none
	 */
	public Optional<ElfSymbol> find(String name) {
		byte[] bytes = name.getBytes(StandardCharsets.UTF_8);
		ElfSymbol[] found = new ElfSymbol[1];
		if (this.hash != null) {
			this.hash.search(bytes, (index) -> {
				ElfSymbol symbol = get(index);
				if (!symbol.isOffered() || !this.strings.matches(symbol.name(), bytes)) {
					return true;
				}
				found[0] = symbol;
				return this.versions.isHidden(symbol);
			});
		}
		return Optional.ofNullable(found[0]);
	}

	/**
	 * Returns the name of a symbol.
	 * @param symbol the symbol
	 * @return its name
	 */
	public String name(ElfSymbol symbol) {
		return this.strings.name(symbol.name());
	}

	/**
	 * Tells whether a symbol's name begins with a text, without reading all of the name.
	 * @param symbol the symbol
	 * @param text the text's bytes
	 * @return {@code true} if it does
	 */
	public boolean nameStartsWith(ElfSymbol symbol, byte[] text) {
		return this.strings.startsWith(symbol.name(), text);
	}

}
