// SPDX-License-Identifier: Apache-2.0
package dev.relib.image.elf;

import java.nio.charset.StandardCharsets;

import dev.relib.image.file.DamagedFileException;
import dev.relib.image.file.FileBytes;

/**
 * The library's memory after the loader has relocated its pointers.
 */
public final class ElfMemory {

	private final FileBytes file;

	private final ElfSegments segments;

	private final ElfRelocations relocations;

	ElfMemory(FileBytes file, ElfSegments segments, ElfRelocations relocations) {
		this.file = file;
		this.segments = segments;
		this.relocations = relocations;
	}

	/**
	 * Reads 32 bits.
	 * @param address their address
	 * @return 0 to 2^32-1
	 */
	public long u32(long address) {
		return this.file.u32(this.segments.offset(address, Integer.BYTES));
	}

	/**
	 * Reads the text of a slice {@code {ptr, len}}.
	 * @param address the address of the slice
	 * @param limit the greatest accepted length in bytes
	 * @return the text, with invalid UTF-8 replaced
	 */
	public String text(long address, int limit) {
		long length = this.file.i64(this.segments.offset(address + Long.BYTES, Long.BYTES));
		if (length == 0) {
			return "";
		}
		if (length < 0 || length > limit) {
			throw new DamagedFileException("a text of " + Long.toUnsignedString(length) + " bytes");
		}
		long text = this.relocations.pointer(address)
			.orElseThrow(() -> new DamagedFileException(
					"the pointer at address 0x" + Long.toHexString(address) + " points at nothing of the library"));
		return new String(this.file.bytes(this.segments.offset(text, length), (int) length), StandardCharsets.UTF_8);
	}

}
