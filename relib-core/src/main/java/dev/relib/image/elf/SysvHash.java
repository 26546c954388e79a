// SPDX-License-Identifier: Apache-2.0
package dev.relib.image.elf;

import java.util.function.LongPredicate;

import dev.relib.image.file.DamagedFileException;
import dev.relib.image.file.FileBytes;

/**
 * The hash table of the ELF standard (DT_HASH). It covers all symbols.
 */
final class SysvHash implements SymbolHash {

	private final FileBytes file;

	private final long buckets;

	private final long bucketCount;

	private final long count;

	SysvHash(FileBytes file, long offset, long size) {
		this.file = file;
		this.bucketCount = file.u32(offset);
		this.count = file.u32(offset + 4);
		this.buckets = offset + 8;
		if (8 + (this.bucketCount + this.count) * Integer.BYTES > size) {
			throw new DamagedFileException(
					"a hash table of " + this.bucketCount + " buckets and " + this.count + " symbols");
		}
	}

	@Override
	public long count() {
		return this.count;
	}

	@Override
	public void search(byte[] name, LongPredicate found) {
		long index = (this.bucketCount != 0) ? word(hash(name) % this.bucketCount) : 0;
		for (int steps = 0; index != 0; steps++) {
			if (index >= this.count || steps == MAX_CHAIN) {
				throw new DamagedFileException("its hash table names symbol " + index);
			}
			if (!found.test(index)) {
				return;
			}
			index = word(this.bucketCount + index);
		}
	}

	private long word(long index) {
		return this.file.u32(this.buckets + index * Integer.BYTES);
	}

	private static long hash(byte[] name) {
		long hash = 0;
		for (byte b : name) {
			hash = (hash << 4) + Byte.toUnsignedInt(b);
			hash ^= (hash >> 24) & 0xf0;
			hash &= 0x0fffffff;
		}
		return hash;
	}

}
