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
 * The symbols that a library offers: those of relib's ABI by name, of the others what
 * matters. Large libraries have hundreds of thousands of others.
 */
final class OfferedSymbols {

	private static final int MAX = 1 << 15;

	private static final int MAX_CHARACTERS = 1 << 22;

	private static final byte[][] BEGINS = { bytes("__"), bytes("relib_") };

	private final Map<String, SymbolKind> relib = new HashMap<>();

	private int characters;

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

	/** Whether a name is one of relib's ABI. */
	static boolean isRelib(String name) {
		return (name.startsWith("__") && (name.contains("relib") || name.contains("RELIB")))
				|| name.startsWith("relib_");
	}

	private void add(ElfFile elf, ElfSymbol symbol) {
		if (!symbol.isOffered()) {
			return;
		}
		if (symbol.isUnique() && this.uniqueCount++ == 0) {
			this.firstUnique = elf.symbols().name(symbol);
		}
		for (byte[] begin : BEGINS) {
			if (elf.symbols().nameStartsWith(symbol, begin)) {
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

	/** Those of relib's ABI. */
	Map<String, SymbolKind> relib() {
		return Map.copyOf(this.relib);
	}

	long uniqueCount() {
		return this.uniqueCount;
	}

	Optional<String> firstUnique() {
		return Optional.ofNullable(this.firstUnique);
	}

}
