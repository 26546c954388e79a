// SPDX-License-Identifier: Apache-2.0
package dev.relib.image;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.LongConsumer;

/**
 * Writes content into a library that no linker creates.
 */
final class ElfEditor {

	private final Path file;

	private final ByteBuffer content;

	private ElfEditor(Path file) throws IOException {
		this.file = file;
		this.content = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
	}

	static ElfEditor of(Path file) throws IOException {
		return new ElfEditor(file);
	}

	/** Visits the offsets of the program headers of a type. */
	private void headers(int type, LongConsumer found) {
		for (int i = 0; i < this.content.getShort(56); i++) {
			int at = (int) this.content.getLong(32) + i * 56;
			if (this.content.getInt(at) == type) {
				found.accept(at);
			}
		}
	}

	private int dynamic() {
		int[] offset = new int[1];
		headers(2, (at) -> offset[0] = (int) this.content.getLong((int) at + 8));
		return offset[0];
	}

	private int entry(long tag) {
		int at = dynamic();
		while (this.content.getLong(at) != tag) {
			at += 16;
		}
		return at;
	}

	/** Changes the value of a tag of the dynamic section. */
	ElfEditor set(long tag, long value) {
		this.content.putLong(entry(tag) + 8, value);
		return this;
	}

	/** Replaces an entry of the dynamic section by one of another tag. */
	ElfEditor replace(long tag, long other, long value) {
		int at = entry(tag);
		this.content.putLong(at, other).putLong(at + 8, value);
		return this;
	}

	/** Fills the dynamic section to the end of the file. */
	ElfEditor fillDynamic(long tag) {
		for (int at = entry(0); at + 16 <= this.content.limit(); at += 16) {
			this.content.putLong(at, tag);
		}
		return this;
	}

	/**
	 * Writes words at a distance from the address of a tag, which is in the first
	 * segment.
	 */
	ElfEditor words(long tag, int offset, int... words) {
		int at = (int) this.content.getLong(entry(tag) + 8) + offset;
		for (int word : words) {
			this.content.putInt(at, word);
			at += Integer.BYTES;
		}
		return this;
	}

	/** Reads a word at a distance from the address of a tag. */
	int word(long tag, int offset) {
		return this.content.getInt((int) this.content.getLong(entry(tag) + 8) + offset);
	}

	/**
	 * Makes the last segment reach to the end of a file that is this long and full of
	 * holes; it begins at the address that is returned by {@link #hole}.
	 */
	ElfEditor grow(long size) {
		long[] last = new long[1];
		headers(1, (at) -> last[0] = at);
		int at = (int) last[0];
		this.content.putLong(at + 32, size - this.content.getLong(at + 8));
		this.content.putLong(at + 40, size - this.content.getLong(at + 8));
		return this;
	}

	/**
	 * Returns an address behind the linker's content, available after the file has grown.
	 */
	long hole() {
		long[] last = new long[1];
		headers(1, (at) -> last[0] = at);
		int at = (int) last[0];
		return (this.content.getLong(at + 16) - this.content.getLong(at + 8) + this.content.limit() + 0xffff)
				& ~0xffffL;
	}

	/** Writes the file, and a hole behind it. */
	Path save(long size) throws IOException {
		Files.write(this.file, this.content.array());
		try (RandomAccessFile grown = new RandomAccessFile(this.file.toFile(), "rw")) {
			grown.setLength(Math.max(size, this.content.limit()));
		}
		return this.file;
	}

	Path save() throws IOException {
		return save(0);
	}

}
