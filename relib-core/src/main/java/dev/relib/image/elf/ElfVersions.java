// SPDX-License-Identifier: Apache-2.0
package dev.relib.image.elf;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.ObjLongConsumer;

import dev.relib.image.file.DamagedFileException;
import dev.relib.image.file.FileBytes;

/**
 * The versions of the symbols that a library offers and needs.
 */
public final class ElfVersions {

	private static final int HIDDEN = 0x8000;

	private static final int BASE = 1;

	private static final int MAX = 4096;

	private static final int MAX_NAME = 256;

	private final FileBytes file;

	private final ElfSegments segments;

	private final ElfDynamic dynamic;

	private final ElfStrings strings;

	private final OptionalLong numbers;

	ElfVersions(FileBytes file, ElfSegments segments, ElfDynamic dynamic, ElfStrings strings) {
		this.file = file;
		this.segments = segments;
		this.dynamic = dynamic;
		this.strings = strings;
		this.numbers = dynamic.find(ElfDynamic.SYMBOL_VERSIONS);
	}

	/** Returns the number of a symbol's version, with the bit that hides it. */
	private int number(long symbol) {
		return this.numbers.isEmpty() ? BASE
				: this.file.u16(this.segments.offset(this.numbers.getAsLong() + symbol * Short.BYTES, Short.BYTES));
	}

	/**
	 * Tells whether a symbol is found only together with its version.
	 * @param symbol the symbol
	 * @return {@code false} for a symbol in its default version, or without a version
	 */
	public boolean isHidden(ElfSymbol symbol) {
		return (number(symbol.index()) & HIDDEN) != 0;
	}

	/**
	 * Returns the versions that the library needs.
	 * @return the versions, in file order
	 */
	public List<Version> needed() {
		List<Version> versions = new ArrayList<>();
		Chain libraries = new Chain(ElfDynamic.VERSIONS_NEEDED, 16);
		while (libraries.next(12)) {
			String library = this.strings.name(libraries.u32(4), ElfStrings.MAX_PATH);
			Chain needed = new Chain(libraries, libraries.u32(8), 16);
			while (needed.next(12)) {
				add(versions, new Version(library, this.strings.name(needed.u32(8), MAX_NAME), needed.u16(6),
						needed.u16(4) != 0));
			}
		}
		return versions;
	}

	/**
	 * Finds the names of the libraries whose versions are needed.
	 * @param libraries receives each name and the place in the file of its index, 32 bits
	 */
	void neededLibraries(ObjLongConsumer<String> libraries) {
		Chain needed = new Chain(ElfDynamic.VERSIONS_NEEDED, 16);
		for (int i = 0; needed.next(12); i++) {
			if (i == MAX) {
				throw new DamagedFileException("it needs versions of more than " + MAX + " libraries");
			}
			libraries.accept(this.strings.name(needed.u32(4), ElfStrings.MAX_PATH), needed.place() + 4);
		}
	}

	/**
	 * Returns the versions that the library offers.
	 * @return the versions, in file order; the first is the library's own name
	 */
	public List<Version> defined() {
		List<Version> versions = new ArrayList<>();
		Chain defined = new Chain(ElfDynamic.VERSIONS_DEFINED, 20);
		while (defined.next(16)) {
			Chain names = new Chain(defined, defined.u32(12), 8);
			if (names.next(4)) {
				add(versions, new Version("", this.strings.name(names.u32(0), MAX_NAME), defined.u16(4), false));
			}
		}
		return versions;
	}

	private static void add(List<Version> versions, Version version) {
		versions.add(version);
		if (versions.size() > MAX) {
			throw new DamagedFileException("it has more than " + MAX + " versions of symbols");
		}
	}

	/**
	 * Returns the offered and needed versions by their numbers.
	 * @return the versions
	 */
	public Map<Integer, Version> byNumber() {
		Map<Integer, Version> versions = new HashMap<>();
		defined().stream()
			.filter((version) -> version.number() != BASE)
			.forEach((version) -> versions.put(version.number(), version));
		needed().forEach((version) -> versions.put(version.number(), version));
		return versions;
	}

	/**
	 * Returns the number of a symbol's version.
	 * @param symbol the symbol
	 * @return a key of {@link #byNumber} if the symbol has a version
	 */
	public int number(ElfSymbol symbol) {
		return number(symbol.index()) & ~HIDDEN;
	}

	/**
	 * A version of symbols. Immutable.
	 *
	 * @param library the library that has to define it; empty for this library's own
	 * @param name its name, for example {@code GLIBC_2.34}
	 * @param number its number in this library
	 * @param weak whether the loader accepts that it is missing
	 */
	public record Version(String library, String name, int number, boolean weak) {

	}

	/**
	 * A chain of records that each contain the distance to the next one. Distances are
	 * positive, so the chain ends.
	 */
	private final class Chain {

		private final int size;

		private long at;

		private long next;

		private boolean more;

		/** Starts at the address of a tag of the dynamic section. */
		Chain(long tag, int size) {
			this.size = size;
			OptionalLong address = ElfVersions.this.dynamic.find(tag);
			this.more = address.isPresent();
			this.next = address.orElse(0);
		}

		/** Starts at a distance behind a record. */
		Chain(Chain owner, long distance, int size) {
			this.size = size;
			this.more = true;
			this.next = owner.at + distance;
		}

		/**
		 * Moves to the next record, which contains the following distance at an offset.
		 */
		boolean next(int distanceOffset) {
			if (this.more) {
				this.at = this.next;
				long distance = u32(distanceOffset);
				this.next = this.at + distance;
				this.more = distance != 0;
				return true;
			}
			return false;
		}

		int u16(int offset) {
			return ElfVersions.this.file.u16(place() + offset);
		}

		long u32(int offset) {
			return ElfVersions.this.file.u32(place() + offset);
		}

		private long place() {
			return ElfVersions.this.segments.offset(this.at, this.size);
		}

	}

}
