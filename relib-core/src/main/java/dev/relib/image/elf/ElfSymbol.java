// SPDX-License-Identifier: Apache-2.0
package dev.relib.image.elf;

import dev.relib.image.file.FileBytes;

/**
 * An entry of a symbol table. Immutable.
 *
 * @param index its index
 * @param name the offset of its name in the string table
 * @param info its binding (upper four bits) and its type (lower four bits)
 * @param other its visibility (lower two bits)
 * @param section the index of its section; 0 if it is undefined
 * @param address its distance from the library's first address
 * @param size its size in bytes
 */
public record ElfSymbol(long index, long name, int info, int other, int section, long address, long size) {

	/** The size of an entry in bytes. */
	public static final int SIZE = 24;

	/** The offset of binding and type in an entry. */
	static final int INFO = 4;

	static final int GLOBAL = 1;

	static final int WEAK = 2;

	static final int UNIQUE = 10;

	private static final int DATA = 1;

	private static final int FUNCTION = 2;

	private static final int COMMON = 5;

	private static final int THREAD_LOCAL = 6;

	private static final int INDIRECT_FUNCTION = 10;

	private static final int VISIBLE = 0;

	private static final int PROTECTED = 3;

	/**
	 * Reads an entry.
	 * @param file the library
	 * @param index the index of the entry
	 * @param at the offset of the entry in the file
	 * @return the symbol
	 */
	public static ElfSymbol read(FileBytes file, long index, long at) {
		return new ElfSymbol(index, file.u32(at), file.u8(at + INFO), file.u8(at + 5), file.u16(at + 6),
				file.i64(at + 8), file.i64(at + 16));
	}

	int binding() {
		return this.info >> 4;
	}

	private int type() {
		return this.info & 0xf;
	}

	/** Returns binding and type of this symbol if it were weak. */
	int weakInfo() {
		return WEAK << 4 | type();
	}

	private boolean isGlobal() {
		return binding() == GLOBAL || binding() == WEAK || binding() == UNIQUE;
	}

	/**
	 * Tells whether other libraries can use the symbol.
	 * @return {@code true} if it is defined, global and visible
	 */
	public boolean isOffered() {
		int visibility = this.other & 3;
		return this.section != 0 && isGlobal() && (visibility == VISIBLE || visibility == PROTECTED);
	}

	/**
	 * Tells whether the library needs the symbol of another library.
	 * @return {@code true} if it is undefined and global
	 */
	public boolean isNeeded() {
		return this.section == 0 && this.index != 0 && this.name != 0 && isGlobal();
	}

	/**
	 * Tells whether the symbol may be missing, or replaced.
	 * @return {@code true} for the binding {@code STB_WEAK}
	 */
	public boolean isWeak() {
		return binding() == WEAK;
	}

	/**
	 * Tells whether the symbol is unique in the process, which makes dlclose a no-op.
	 * @return {@code true} for the binding {@code STB_GNU_UNIQUE}
	 */
	public boolean isUnique() {
		return binding() == UNIQUE;
	}

	/**
	 * Tells whether the symbol is code.
	 * @return {@code true} also for an indirect function
	 */
	public boolean isFunction() {
		return type() == FUNCTION || type() == INDIRECT_FUNCTION;
	}

	/**
	 * Tells whether the symbol is data.
	 * @return {@code false} for thread-locals
	 */
	public boolean isData() {
		return type() == DATA || type() == COMMON;
	}

	/**
	 * Tells whether the symbol is a thread-local.
	 * @return {@code true} for the type {@code STT_TLS}
	 */
	public boolean isThreadLocal() {
		return type() == THREAD_LOCAL;
	}

}
