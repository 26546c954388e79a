// SPDX-License-Identifier: Apache-2.0
package dev.relib.image.search;

import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import dev.relib.image.file.DamagedFileException;
import dev.relib.image.file.FileBytes;

/**
 * The cache of {@code ldconfig}, {@code /etc/ld.so.cache}: names of libraries and their
 * paths. Usable while its file is open.
 */
final class LoaderCache {

	static final Path FILE = Path.of("/etc/ld.so.cache");

	private static final byte[] MAGIC = "glibc-ld.so.cache1.1".getBytes(StandardCharsets.US_ASCII);

	/** The older format, which may precede the newer one in the same file. */
	private static final byte[] OLD_MAGIC = "ld.so-1.7.0".getBytes(StandardCharsets.US_ASCII);

	private static final int OLD_HEADER = 16;

	private static final int OLD_ENTRY = 12;

	private static final int HEADER = 48;

	private static final int ENTRY = 24;

	private static final int MAX = 1 << 17;

	private static final int MAX_PATH = 4096;

	private static final int MAX_FOUND = 16;

	private final FileBytes file;

	private final long base;

	private final long count;

	private LoaderCache(FileBytes file, long base, long count) {
		this.file = file;
		this.base = base;
		this.count = count;
	}

	/**
	 * Reads a cache.
	 * @throws DamagedFileException if the file is damaged or no cache; {@link #find}
	 * throws it as well
	 */
	static LoaderCache read(FileBytes file) {
		long base = 0;
		if (startsWith(file, 0, OLD_MAGIC)) {
			base = (OLD_HEADER + file.u32(12) * OLD_ENTRY + 7) & ~7;
		}
		if (!startsWith(file, base, MAGIC)) {
			throw new DamagedFileException("it is no cache of the loader");
		}
		long count = file.u32(base + MAGIC.length);
		file.require(base + HEADER, count * ENTRY);
		if (count > MAX) {
			throw new DamagedFileException("it has " + count + " entries");
		}
		return new LoaderCache(file, base, count);
	}

	private static boolean startsWith(FileBytes file, long offset, byte[] text) {
		return offset + text.length <= file.size() && Arrays.equals(file.bytes(offset, text.length), text);
	}

	/** Finds the paths of a library, for all machines. */
	List<Path> find(String name) {
		byte[] wanted = (name + '\0').getBytes(StandardCharsets.UTF_8);
		List<Path> found = new ArrayList<>();
		for (long i = 0; i < this.count && found.size() < MAX_FOUND; i++) {
			long entry = this.base + HEADER + i * ENTRY;
			if (equals(this.base + this.file.u32(entry + 4), wanted)) {
				add(found, this.file.text(this.base + this.file.u32(entry + 8), MAX_PATH));
			}
		}
		return found;
	}

	private boolean equals(long offset, byte[] text) {
		for (int i = 0; i < text.length; i++) {
			if (this.file.u8(offset + i) != Byte.toUnsignedInt(text[i])) {
				return false;
			}
		}
		return true;
	}

	private static void add(List<Path> found, String path) {
		try {
			found.add(Path.of(path));
		}
		catch (InvalidPathException ex) {
			throw new DamagedFileException("it names the path " + path);
		}
	}

}
