// SPDX-License-Identifier: Apache-2.0
package dev.relib.image.elf;

import java.util.OptionalLong;

import dev.relib.image.file.DamagedFileException;
import dev.relib.image.file.FileBytes;

/**
 * The pointers that the loader writes once it has chosen the library's address.
 */
public final class ElfRelocations {

	private static final int SIZE = 24;

	/** The largest libraries have fewer. */
	private static final long MAX = 1 << 24;

	/** The address of a symbol, on x86-64 and AArch64. */
	private static final int R_X86_64_64 = 1;

	private static final int R_AARCH64_ABS64 = 257;

	private static final int R_X86_64_GLOB_DAT = 6;

	private static final int R_AARCH64_GLOB_DAT = 1025;

	/** An address in the library itself, on x86-64 and AArch64. */
	private static final int R_X86_64_RELATIVE = 8;

	private static final int R_AARCH64_RELATIVE = 1027;

	private final FileBytes file;

	private final ElfSegments segments;

	private final ElfDynamic dynamic;

	private final ElfSymbols symbols;

	ElfRelocations(FileBytes file, ElfSegments segments, ElfDynamic dynamic, ElfSymbols symbols) {
		this.file = file;
		this.segments = segments;
		this.dynamic = dynamic;
		this.symbols = symbols;
	}

	/**
	 * Returns the target of a pointer, as a distance from the library's first address.
	 * @param address the pointer's address
	 * @return the target; empty if the loader writes no address of this library there
	 */
	OptionalLong pointer(long address) {
		Table table = new Table(ElfDynamic.RELA, ElfDynamic.RELA_SIZE);
		for (long i = 0; i < table.count; i++) {
			long at = table.offset + i * SIZE;
			if (this.file.i64(at) == address) {
				return target((int) this.file.u32(at + 8), this.file.u32(at + 12), this.file.i64(at + 16));
			}
		}
		return isPacked(address) ? OptionalLong.of(this.file.i64(this.segments.offset(address, Long.BYTES)))
				: OptionalLong.empty();
	}

	private OptionalLong target(int type, long symbol, long addend) {
		return switch (type) {
			case R_X86_64_RELATIVE, R_AARCH64_RELATIVE -> OptionalLong.of(addend);
			case R_X86_64_64, R_AARCH64_ABS64, R_X86_64_GLOB_DAT, R_AARCH64_GLOB_DAT -> {
				ElfSymbol target = this.symbols.get(symbol);
				yield (target.section() != 0) ? OptionalLong.of(target.address() + addend) : OptionalLong.empty();
			}
			default -> OptionalLong.empty();
		};
	}

	/**
	 * Tells whether a pointer is in the packed table (DT_RELR). In it, an even word is
	 * the address of a pointer, and an odd word has a bit for each of the next 63 words.
	 */
	private boolean isPacked(long address) {
		OptionalLong table = this.dynamic.find(ElfDynamic.RELR);
		long size = this.dynamic.find(ElfDynamic.RELR_SIZE).orElse(0);
		long offset = table.isPresent() ? this.segments.offset(table.getAsLong(), size) : 0;
		checked(size / Long.BYTES);
		long base = 0;
		for (long at = 0; table.isPresent() && at + Long.BYTES <= size; at += Long.BYTES) {
			long word = this.file.i64(offset + at);
			if ((word & 1) == 0) {
				if (word == address) {
					return true;
				}
				base = word + Long.BYTES;
			}
			else {
				long distance = address - base;
				if (distance >= 0 && distance < 63 * Long.BYTES && distance % Long.BYTES == 0
						&& (word >>> (1 + distance / Long.BYTES) & 1) != 0) {
					return true;
				}
				base += 63 * Long.BYTES;
			}
		}
		return false;
	}

	private static long checked(long count) {
		if (count > MAX) {
			throw new DamagedFileException("it has " + count + " relocations");
		}
		return count;
	}

	/** Returns the greatest index of a relocated symbol; 0 if there is none. */
	long lastSymbol() {
		return Math.max(new Table(ElfDynamic.RELA, ElfDynamic.RELA_SIZE).lastSymbol(),
				new Table(ElfDynamic.JUMP_RELA, ElfDynamic.JUMP_RELA_SIZE).lastSymbol());
	}

	/**
	 * A table of entries with address, type, symbol and addend.
	 */
	private final class Table {

		private final long offset;

		private final long count;

		Table(long tag, long sizeTag) {
			OptionalLong address = ElfRelocations.this.dynamic.find(tag);
			long size = address.isPresent() ? ElfRelocations.this.dynamic.find(sizeTag).orElse(0) : 0;
			this.offset = (size != 0) ? ElfRelocations.this.segments.offset(address.getAsLong(), size) : 0;
			this.count = checked(Long.divideUnsigned(size, SIZE));
		}

		long lastSymbol() {
			long last = 0;
			for (long i = 0; i < this.count; i++) {
				last = Math.max(last, ElfRelocations.this.file.u32(this.offset + i * SIZE + 12));
			}
			return last;
		}

	}

}
