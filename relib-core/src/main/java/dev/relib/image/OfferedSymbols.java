// SPDX-License-Identifier: Apache-2.0
package dev.relib.image;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

import dev.relib.image.elf.ElfFile;
import dev.relib.image.elf.ElfSymbol;
import dev.relib.image.file.DamagedFileException;
import org.jspecify.annotations.Nullable;

/**
 * The symbols of relib's ABI that a library offers, and the number of its unique symbols.
 * Other symbols are not kept, because large libraries have hundreds of thousands.
 */
final class OfferedSymbols {

	private static final int MAX = 1 << 15;

	private static final int MAX_CHARACTERS = 1 << 22;

	private static final byte[][] PREFIXES = { bytes("__"), bytes("relib_") };

	private final Map<String, SymbolKind> relib = new HashMap<>();

	/** The start of {@code std::thread} in the C++ library. */
	private static final byte[] THREAD_START = bytes("_ZNSt6thread15_M_start_thread");

	private int characters;

	private boolean sharedThreadStart;

	private long uniqueCount;

	private @Nullable String firstUnique;

	private OfferedSymbols() {
	}

	static OfferedSymbols of(ElfFile elf) {
		OfferedSymbols symbols = new OfferedSymbols();
		elf.symbols().forEach((symbol) -> symbols.add(elf, symbol));
		return symbols;
	}

	private static byte[] bytes(String text) {
		return text.getBytes(StandardCharsets.US_ASCII);
	}

	/** Tells whether a symbol may belong to relib's ABI. */
	static boolean isRelib(String name) {
		return (name.startsWith("__") && (name.contains("relib") || name.contains("RELIB")))
				|| name.startsWith("relib_");
	}

	private void add(ElfFile elf, ElfSymbol symbol) {
		if (!symbol.isOffered()) {
			this.sharedThreadStart |= elf.symbols().nameStartsWith(symbol, THREAD_START);
			return;
		}
		if (symbol.isUnique() && this.uniqueCount++ == 0) {
			this.firstUnique = elf.symbols().name(symbol);
		}
		for (byte[] prefix : PREFIXES) {
			if (elf.symbols().nameStartsWith(symbol, prefix)) {
				add(elf, symbol, elf.symbols().name(symbol));
			}
		}
	}

	private void add(ElfFile elf, ElfSymbol symbol, String name) {
		if (!isRelib(name)) {
			return;
		}
		if (!elf.versions().isHidden(symbol) || !this.relib.containsKey(name)) {
			this.relib.put(name, SymbolKind.of(elf, symbol));
			this.characters += name.length();
		}
		if (this.relib.size() > MAX || this.characters > MAX_CHARACTERS) {
			throw new DamagedFileException("it has more than " + MAX + " symbols of relib's ABI");
		}
	}

	/** Returns the symbols of relib's ABI. */
	Map<String, SymbolKind> relib() {
		return Map.copyOf(this.relib);
	}

	/** Tells whether the library has a shared C++ library start its threads. */
	boolean hasSharedThreadStart() {
		return this.sharedThreadStart;
	}

	long uniqueCount() {
		return this.uniqueCount;
	}

	Optional<String> firstUnique() {
		return Optional.ofNullable(this.firstUnique);
	}

}
