package dev.relib.image.elf;

import dev.relib.image.file.DamagedFileException;
import dev.relib.image.file.FileBytes;

/**
 * A run of bytes of the file and where it goes in memory.
 *
 * @param type what it is, as ELF numbers it
 * @param flags whether it may be executed (1), written (2) and read (4)
 * @param offset where it begins in the file
 * @param address where it begins in memory, from where the library begins
 * @param fileSize how many bytes the file has of it
 * @param memorySize how many bytes it has in memory
 */
record ElfSegment(int type, int flags, long offset, long address, long fileSize, long memorySize) {

	static final int LOAD = 1;

	static final int DYNAMIC = 2;

	static final int NOTE = 4;

	static final int THREAD_LOCAL = 7;

	static final int STACK = 0x6474e551;

	/** What the loader makes read-only once it has written its pointers. */
	static final int READ_ONLY_LATER = 0x6474e552;

	static ElfSegment read(FileBytes file, long at) {
		return new ElfSegment((int) file.u32(at), (int) file.u32(at + 4), file.i64(at + 8), file.i64(at + 16),
				file.i64(at + 32), file.i64(at + 40));
	}

	/**
	 * What lies behind the end of the file is a crash when it is touched.
	 */
	ElfSegment within(FileBytes file) {
		file.require(this.offset, this.fileSize);
		if (this.address < 0 || this.memorySize < this.fileSize || this.memorySize > Long.MAX_VALUE - this.address) {
			throw new DamagedFileException(
					"a segment of " + Long.toUnsignedString(this.memorySize) + " bytes at address 0x"
							+ Long.toHexString(this.address) + " has " + this.fileSize + " in the file");
		}
		return this;
	}

	boolean isExecutable() {
		return (this.flags & 1) != 0;
	}

	boolean isWritable() {
		return (this.flags & 2) != 0;
	}

	boolean maps(long at) {
		return at >= this.address && at - this.address < this.memorySize;
	}

	/** Whether the file has the byte at an address. */
	boolean holds(long at) {
		return at >= this.address && at - this.address < this.fileSize;
	}

}
