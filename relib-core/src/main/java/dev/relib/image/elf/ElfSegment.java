// SPDX-License-Identifier: Apache-2.0
package dev.relib.image.elf;

import dev.relib.image.file.DamagedFileException;
import dev.relib.image.file.FileBytes;

/**
 * A program header: a range of the file and its place in memory. Immutable.
 *
 * @param header the offset of the header in the file
 * @param type its type, such as {@link #LOAD}
 * @param flags the sum of executable (1), writable (2) and readable (4)
 * @param offset its offset in the file
 * @param address its distance from the library's first address
 * @param fileSize its bytes in the file
 * @param memorySize its bytes in memory
 */
record ElfSegment(long header, int type, int flags, long offset, long address, long fileSize, long memorySize) {

	static final int UNUSED = 0;

	static final int LOAD = 1;

	static final int DYNAMIC = 2;

	static final int NOTE = 4;

	static final int THREAD_LOCAL = 7;

	static final int STACK = 0x6474e551;

	/** {@code PT_GNU_PROPERTY}: a note that the loader finds without searching. */
	static final int PROPERTY = 0x6474e553;

	/** {@code PT_GNU_RELRO}: made read-only after relocation. */
	static final int RELRO = 0x6474e552;

	private static final int EXECUTABLE = 1;

	private static final int FLAGS = 4;

	static ElfSegment read(FileBytes file, long at) {
		return new ElfSegment(at, (int) file.u32(at), (int) file.u32(at + 4), file.i64(at + 8), file.i64(at + 16),
				file.i64(at + 32), file.i64(at + 40));
	}

	/**
	 * Checks that the file contains the segment. Touching mapped memory behind the file's
	 * end crashes the process.
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
		return (this.flags & EXECUTABLE) != 0;
	}

	/** Turns the header into that of stacks that are readable and writable only. */
	void becomeStack(ElfFile.BytePatch patches) {
		for (int i = 0; i < Integer.BYTES; i++) {
			patches.put(this.header + i, (STACK >>> (8 * i)) & 0xff);
			patches.put(this.header + FLAGS + i, (i == 0) ? (this.flags | 6) & ~EXECUTABLE & 0xff : 0);
		}
	}

	boolean isWritable() {
		return (this.flags & 2) != 0;
	}

	boolean maps(long at) {
		return at >= this.address && at - this.address < this.memorySize;
	}

	/** Tells whether the file has the byte at an address. */
	boolean holds(long at) {
		return at >= this.address && at - this.address < this.fileSize;
	}

}
