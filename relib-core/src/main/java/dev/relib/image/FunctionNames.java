// SPDX-License-Identifier: Apache-2.0
package dev.relib.image;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableSet;
import java.util.SortedSet;
import java.util.TreeSet;

import dev.relib.image.elf.ElfSymbol;
import dev.relib.image.file.DamagedFileException;
import dev.relib.image.file.FileBytes;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Names places in a library's code for people. The names are in the symbol tables behind
 * the section headers; a stripped library has only its dynamic symbols. Only requested
 * names are kept, because a large library has millions.
 */
public final class FunctionNames {

	private static final Logger logger = LoggerFactory.getLogger(FunctionNames.class);

	private static final int SECTION_HEADER = 64;

	private static final int SECTION_SYMBOLS = 2;

	private static final int SECTION_DYNAMIC_SYMBOLS = 11;

	private static final int MAX_NAME = 4096;

	/** The largest libraries have fewer. */
	private static final long MAX_SYMBOLS = 1 << 24;

	private final FileBytes file;

	private final NavigableSet<Long> offsets;

	private final Map<Long, Function> functions = new HashMap<>();

	private FunctionNames(FileBytes file, SortedSet<Long> offsets) {
		this.file = file;
		this.offsets = new TreeSet<>(offsets);
	}

	/**
	 * Names places in a library's code.
	 * @param library the library's file
	 * @param offsets the places, as distances from the library's first address
	 * @return the function and the distance from its start for each place, for example
	 * {@code counter_next+0x1f}; {@code 0x2a1f} if it is unknown, or the names are
	 * unreadable
	 */
	public static Map<Long, String> of(Path library, SortedSet<Long> offsets) {
		Map<Long, String> names = new HashMap<>();
		offsets.forEach((offset) -> names.put(offset, "0x" + Long.toHexString(offset)));
		try (FileBytes file = FileBytes.open(library)) {
			FunctionNames found = new FunctionNames(file, offsets);
			found.readTables(SECTION_DYNAMIC_SYMBOLS);
			found.readTables(SECTION_SYMBOLS);
			found.functions.forEach((offset, function) -> names.put(offset, found.name(function, offset)));
		}
		catch (IOException | RuntimeException ex) {
			logger.debug("Can not read the function names of {}", library, ex);
		}
		return names;
	}

	private void readTables(int type) {
		long sections = this.file.i64(40);
		int count = this.file.u16(60);
		for (int i = 0; i < count; i++) {
			long at = sections + (long) i * SECTION_HEADER;
			if (this.file.u32(at + 4) == type) {
				readSymbols(this.file.i64(at + 24), this.file.i64(at + 32),
						this.file.i64(sections + this.file.u32(at + 40) * SECTION_HEADER + 24));
			}
		}
	}

	private void readSymbols(long symbols, long size, long names) {
		this.file.require(symbols, size);
		if (size / ElfSymbol.SIZE > MAX_SYMBOLS) {
			throw new DamagedFileException("it has " + size / ElfSymbol.SIZE + " symbols");
		}
		for (long at = 0; at + ElfSymbol.SIZE <= size; at += ElfSymbol.SIZE) {
			ElfSymbol symbol = ElfSymbol.read(this.file, at / ElfSymbol.SIZE, symbols + at);
			if (symbol.isFunction() && symbol.section() != 0 && symbol.size() > 0
					&& symbol.address() <= Long.MAX_VALUE - symbol.size()) {
				add(new Function(symbol.address(), names + symbol.name()), symbol.size());
			}
		}
	}

	private void add(Function function, long size) {
		this.offsets.subSet(function.start(), true, function.start() + size, true)
			.forEach((offset) -> this.functions.merge(offset, function,
					(known, other) -> (known.start() > other.start()) ? known : other));
	}

	private String name(Function function, long offset) {
		return this.file.text(function.name(), MAX_NAME) + "+0x" + Long.toHexString(offset - function.start());
	}

	/**
	 * A function.
	 *
	 * @param start its distance from the library's first address
	 * @param name the offset of its name in the file
	 */
	private record Function(long start, long name) {

	}

}
