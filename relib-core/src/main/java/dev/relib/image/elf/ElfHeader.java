// SPDX-License-Identifier: Apache-2.0
package dev.relib.image.elf;

import dev.relib.image.file.DamagedFileException;
import dev.relib.image.file.FileBytes;
import dev.relib.image.format.ElfFormat;

/**
 * The header of an ELF file. Immutable.
 *
 * @param system the system that it was built for, for example {@code linux}
 * @param machine the machine that it was built for, for example {@code x86_64}
 * @param programHeaders the offset of the program headers in the file
 * @param programHeaderCount the number of program headers
 */
public record ElfHeader(String system, String machine, long programHeaders, int programHeaderCount) {

	static final int PROGRAM_HEADER_SIZE = 56;

	/**
	 * Reads the header of a file.
	 * @param file a 64-bit little-endian ELF file
	 * @return its header
	 */
	public static ElfHeader read(FileBytes file) {
		int entrySize = file.u16(54);
		int count = file.u16(56);
		if (entrySize != PROGRAM_HEADER_SIZE) {
			throw new DamagedFileException("its program headers have " + entrySize + " bytes each");
		}
		long table = file.i64(32);
		file.require(table, (long) entrySize * count);
		return new ElfHeader(ElfFormat.system(file.u8(7)), ElfFormat.machine(file.u16(18)), table, count);
	}

}
