// SPDX-License-Identifier: Apache-2.0
package dev.relib.image.elf;

import java.util.List;
import java.util.Optional;

import dev.relib.image.file.DamagedFileException;
import dev.relib.image.file.FileBytes;

/**
 * The dynamic string table.
 */
public final class ElfStrings {

	/** C++ has names of thousands of bytes. */
	private static final int MAX_NAME = 1 << 16;

	/** {@code PATH_MAX} of Linux. */
	static final int MAX_PATH = 4096;

	private final FileBytes file;

	private final long offset;

	private final long size;

	private final ElfDynamic dynamic;

	private ElfStrings(FileBytes file, long offset, long size, ElfDynamic dynamic) {
		this.file = file;
		this.offset = offset;
		this.size = size;
		this.dynamic = dynamic;
	}

	static ElfStrings of(FileBytes file, ElfSegments segments, ElfDynamic dynamic) {
		long size = dynamic.get(ElfDynamic.STRING_TABLE_SIZE);
		return new ElfStrings(file, segments.offset(dynamic.get(ElfDynamic.STRING_TABLE), size), size, dynamic);
	}

	/** Returns the place of the table in the file. */
	long offset() {
		return this.offset;
	}

	/** Returns the bytes of the table. */
	long size() {
		return this.size;
	}

	String name(long index) {
		return name(index, MAX_NAME);
	}

	String name(long index, int limit) {
		if (index < 0 || index >= this.size) {
			throw new DamagedFileException("a name at 0x" + Long.toHexString(index) + " is not in the table of names");
		}
		return this.file.text(this.offset + index, Math.min(limit, this.size - index));
	}

	/** Tells whether a name equals a text, given by its bytes. */
	boolean matches(long index, byte[] text) {
		return startsWith(index, text) && this.size - index > text.length
				&& this.file.u8(this.offset + index + text.length) == 0;
	}

	/** Tells whether a name begins with a text, given by its bytes. */
	boolean startsWith(long index, byte[] text) {
		if (index < 0 || index >= this.size || this.size - index < text.length) {
			return false;
		}
		for (int i = 0; i < text.length; i++) {
			if (this.file.u8(this.offset + index + i) != Byte.toUnsignedInt(text[i])) {
				return false;
			}
		}
		return true;
	}

	/**
	 * Returns the names of a tag's entries in the dynamic section.
	 * @param tag the tag
	 * @return the names, in the order of the section
	 */
	public List<String> names(long tag) {
		return this.dynamic.entries(tag).stream().map((entry) -> name(entry.value(), MAX_PATH)).toList();
	}

	/**
	 * Returns the name of a tag's last entry in the dynamic section.
	 * @param tag the tag
	 * @return the name; empty if there is no entry
	 */
	public Optional<String> lastName(long tag) {
		return names(tag).stream().reduce((first, second) -> second);
	}

}
