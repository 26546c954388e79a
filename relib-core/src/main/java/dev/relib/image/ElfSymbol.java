package dev.relib.image;

/**
 * A defined dynamic symbol.
 *
 * @param address where it is in the loaded library
 * @param size its size in bytes
 * @param type what it is, as ELF numbers it
 */
record ElfSymbol(long address, long size, int type) {

	private static final int DATA = 1;

	private static final int FUNCTION = 2;

	private static final int INDIRECT_FUNCTION = 10;

	boolean isFunction() {
		return this.type == FUNCTION || this.type == INDIRECT_FUNCTION;
	}

	boolean isData() {
		return this.type == DATA;
	}

}
