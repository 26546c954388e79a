package dev.relib.image.elf;

import dev.relib.image.file.FileBytes;

/**
 * An entry of a symbol table.
 *
 * @param index which entry it is
 * @param name where its name is in the table of names
 * @param info its binding and its type, as ELF numbers them
 * @param other its visibility, likewise
 * @param section where it is defined; 0 if it is not
 * @param address where it is, from where the library begins
 * @param size its size in bytes
 */
public record ElfSymbol(long index, long name, int info, int other, int section, long address, long size) {

	/** The size of an entry. */
	public static final int SIZE = 24;

	/** Where binding and type are in an entry. */
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
	 * @param index which entry it is
	 * @param at where it is in the file
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

	/** The byte with binding and type that makes it weak. */
	int weakInfo() {
		return WEAK << 4 | type();
	}

	private boolean isGlobal() {
		return binding() == GLOBAL || binding() == WEAK || binding() == UNIQUE;
	}

	/**
	 * Whether the library offers it to others.
	 * @return whether the loader finds it
	 */
	public boolean isOffered() {
		int visibility = this.other & 3;
		return this.section != 0 && isGlobal() && (visibility == VISIBLE || visibility == PROTECTED);
	}

	/**
	 * Whether the library needs it from others.
	 * @return whether the loader looks for it elsewhere
	 */
	public boolean isNeeded() {
		return this.section == 0 && this.index != 0 && this.name != 0 && isGlobal();
	}

	/**
	 * Whether it may be missing, or replaced.
	 * @return whether it is weak
	 */
	public boolean isWeak() {
		return binding() == WEAK;
	}

	/**
	 * Whether there is one of it in the process, which the loader keeps for ever.
	 * @return whether it is unique
	 */
	public boolean isUnique() {
		return binding() == UNIQUE;
	}

	/**
	 * Whether it is code.
	 * @return {@code true} also if the code is chosen when the library is loaded
	 */
	public boolean isFunction() {
		return type() == FUNCTION || type() == INDIRECT_FUNCTION;
	}

	/**
	 * Whether it is data.
	 * @return {@code false} for data of threads
	 */
	public boolean isData() {
		return type() == DATA || type() == COMMON;
	}

	/**
	 * Whether each thread has its own.
	 * @return whether it is a thread-local
	 */
	public boolean isThreadLocal() {
		return type() == THREAD_LOCAL;
	}

}
