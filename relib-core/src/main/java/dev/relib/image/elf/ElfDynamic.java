// SPDX-License-Identifier: Apache-2.0
package dev.relib.image.elf;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

import dev.relib.image.elf.ElfFile.BytePatch;
import dev.relib.image.file.DamagedFileException;
import dev.relib.image.file.FileBytes;

/**
 * The dynamic section: the loader's information, by tag.
 */
public final class ElfDynamic {

	/** {@code DT_NEEDED}: the name of a needed library. */
	public static final long NEEDED = 1;

	/** {@code DT_SONAME}: the library's own name. */
	public static final long SONAME = 14;

	/** {@code DT_RPATH}: directories of needed libraries, and of those that they need. */
	public static final long RPATH = 15;

	/** {@code DT_RUNPATH}: directories of needed libraries. */
	public static final long RUNPATH = 29;

	/** {@code DT_AUXILIARY}: a library whose symbols go before this one's. */
	static final long AUXILIARY = 0x7ffffffdL;

	/** {@code DT_FILTER}: a library that defines this one's symbols. */
	static final long FILTER = 0x7fffffffL;

	/** Of the range for systems; no loader knows it. */
	static final long IGNORED = 0x60007265L;

	static final long HASH = 4;

	static final long STRING_TABLE = 5;

	static final long SYMBOL_TABLE = 6;

	static final long RELA = 7;

	static final long RELA_SIZE = 8;

	static final long STRING_TABLE_SIZE = 10;

	static final long SYMBOL_SIZE = 11;

	static final long JUMP_RELA_SIZE = 2;

	static final long JUMP_RELA = 23;

	static final long RELR_SIZE = 35;

	static final long RELR = 36;

	static final long GNU_HASH = 0x6ffffef5L;

	static final long SYMBOL_VERSIONS = 0x6ffffff0L;

	static final long VERSIONS_DEFINED = 0x6ffffffcL;

	static final long VERSIONS_NEEDED = 0x6ffffffeL;

	private static final long INIT = 12;

	private static final long INIT_ARRAY = 25;

	private static final long INIT_ARRAY_SIZE = 27;

	/**
	 * What {@code rebind.h} adds to the tags of constructors: tags that no loader knows.
	 */
	private static final long DEFERRED = 0x6fc0de00L;

	static final long FLAGS_1 = 0x6ffffffbL;

	static final long FLAG_1_NODELETE = 0x8;

	private static final long FLAG_1_PROGRAM = 0x8000000;

	private static final long FLAG_1_NO_DEFAULT_LIBRARIES = 0x800;

	private static final long FLAGS = 30;

	private static final long FLAG_TEXT_RELOCATIONS = 0x4;

	private static final long FLAG_STATIC_TLS = 0x10;

	private static final long TEXT_RELOCATIONS = 22;

	private static final int ENTRY = 16;

	private static final int MAX = 4096;

	private final List<Entry> entries;

	/** If a tag is repeated, its last value. */
	private final Map<Long, Long> values = new HashMap<>();

	private ElfDynamic(List<Entry> entries) {
		this.entries = List.copyOf(entries);
		entries.forEach((entry) -> this.values.put(entry.tag(), entry.value()));
	}

	static ElfDynamic read(FileBytes file, ElfSegments segments) {
		long address = segments.last(ElfSegment.DYNAMIC)
			.orElseThrow(() -> new DamagedFileException("it has no dynamic section"))
			.address();
		long count = segments.available(address) / ENTRY;
		long offset = segments.offset(address, 0);
		List<Entry> entries = new ArrayList<>();
		for (long i = 0; i < count; i++) {
			long at = offset + i * ENTRY;
			long tag = file.i64(at);
			if (tag == 0) {
				return new ElfDynamic(entries);
			}
			if (entries.size() == MAX) {
				break;
			}
			entries.add(new Entry(tag, file.i64(at + Long.BYTES), at + Long.BYTES));
		}
		throw new DamagedFileException("its dynamic section does not end");
	}

	List<Entry> entries(long tag) {
		return this.entries.stream().filter((entry) -> entry.tag() == tag).toList();
	}

	OptionalLong find(long tag) {
		Long value = this.values.get(tag);
		return (value != null) ? OptionalLong.of(value) : OptionalLong.empty();
	}

	long get(long tag) {
		return find(tag)
			.orElseThrow(() -> new DamagedFileException("its dynamic section lacks entry 0x" + Long.toHexString(tag)));
	}

	private boolean hasFlag(long tag, long flag) {
		return (find(tag).orElse(0) & flag) != 0;
	}

	/**
	 * Tells whether this is a position-independent program, which is otherwise like a
	 * library.
	 * @return {@code true} if the loader refuses to open it as a library
	 */
	public boolean isProgram() {
		return hasFlag(FLAGS_1, FLAG_1_PROGRAM);
	}

	/**
	 * Tells whether the library is marked {@code DF_1_NODELETE}, which makes dlclose a
	 * no-op.
	 * @return {@code true} if it was linked with {@code -z nodelete}
	 */
	public boolean isNeverUnloaded() {
		return hasFlag(FLAGS_1, FLAG_1_NODELETE);
	}

	/**
	 * Tells whether the loader skips the system's directories for needed libraries.
	 * @return {@code true} if it was linked with {@code -z nodefaultlib}
	 */
	public boolean ignoresDefaultDirectories() {
		return hasFlag(FLAGS_1, FLAG_1_NO_DEFAULT_LIBRARIES);
	}

	/**
	 * Tells whether the loader has to write into the library's code.
	 * @return {@code true} if it has text relocations
	 */
	public boolean hasTextRelocations() {
		return hasFlag(FLAGS, FLAG_TEXT_RELOCATIONS) || find(TEXT_RELOCATIONS).isPresent();
	}

	/**
	 * Tells whether the library's thread-locals need static TLS.
	 * @return {@code true} if its code uses the initial-exec model
	 */
	public boolean needsStaticThreadLocals() {
		return hasFlag(FLAGS, FLAG_STATIC_TLS);
	}

	/** Finds the bytes that hide the library's constructors from the loader. */
	void deferConstructors(BytePatch patches) {
		for (long tag : new long[] { INIT, INIT_ARRAY, INIT_ARRAY_SIZE }) {
			for (Entry entry : entries(tag)) {
				for (int i = 0; i < Integer.BYTES; i++) {
					patches.put(entry.offset() - Long.BYTES + i, (int) ((DEFERRED + tag) >> (Byte.SIZE * i)) & 0xff);
				}
			}
		}
	}

	/**
	 * An entry of the section.
	 *
	 * @param tag its tag
	 * @param value its value
	 * @param offset the offset of the value in the file
	 */
	record Entry(long tag, long value, long offset) {

	}

}
