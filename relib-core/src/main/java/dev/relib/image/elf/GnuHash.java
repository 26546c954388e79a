// SPDX-License-Identifier: Apache-2.0
package dev.relib.image.elf;

import java.util.function.LongPredicate;

import dev.relib.image.file.DamagedFileException;
import dev.relib.image.file.FileBytes;

/**
 * The hash table of today's linkers (DT_GNU_HASH). It covers all offered symbols, whose
 * indexes begin at a first one.
 */
final class GnuHash implements SymbolHash {

	private final FileBytes file;

	private final long buckets;

	private final long bucketCount;

	private final long first;

	private final long chains;

	private final long chainsEnd;

	GnuHash(FileBytes file, long offset, long size) {
		this.file = file;
		this.bucketCount = file.u32(offset);
		this.first = file.u32(offset + 4);
		this.buckets = offset + 16 + file.u32(offset + 8) * Long.BYTES;
		this.chains = this.buckets + this.bucketCount * Integer.BYTES;
		this.chainsEnd = offset + size;
		if (this.bucketCount > MAX_SYMBOLS || this.chains > this.chainsEnd) {
			throw new DamagedFileException("a hash table of " + this.bucketCount + " buckets");
		}
	}

	@Override
	public long count() {
		long last = 0;
		for (long i = 0; i < this.bucketCount; i++) {
			last = Math.max(last, this.file.u32(this.buckets + i * Integer.BYTES));
		}
		if (last < this.first) {
			return this.first;
		}
		while (!isLast(chain(last))) {
			last++;
		}
		return last + 1;
	}

	@Override
	public void search(byte[] name, LongPredicate found) {
		long hash = hash(name);
		long index = (this.bucketCount != 0) ? this.file.u32(this.buckets + hash % this.bucketCount * Integer.BYTES)
				: 0;
		if (index < this.first || index == 0) {
			return;
		}
		for (long end = index + MAX_CHAIN; index < end; index++) {
			long word = chain(index);
			boolean candidate = (word | 1) == (hash | 1);
			if ((candidate && !found.test(index)) || isLast(word)) {
				return;
			}
		}
		throw new DamagedFileException("a chain of its hash table does not end");
	}

	private long chain(long index) {
		long at = this.chains + (index - this.first) * Integer.BYTES;
		if (index > MAX_SYMBOLS || at < this.chains || at + Integer.BYTES > this.chainsEnd) {
			throw new DamagedFileException("its hash table names symbol " + index);
		}
		return this.file.u32(at);
	}

	private static boolean isLast(long word) {
		return (word & 1) != 0;
	}

	private static long hash(byte[] name) {
		int hash = 5381;
		for (byte b : name) {
			hash = hash * 33 + Byte.toUnsignedInt(b);
		}
		return Integer.toUnsignedLong(hash);
	}

}
