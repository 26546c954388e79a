// SPDX-License-Identifier: Apache-2.0
package dev.relib.image.elf;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

import dev.relib.image.file.DamagedFileException;
import dev.relib.image.file.FileBytes;

/**
 * A table of names with more names, in a segment that is appended to the file together
 * with the program headers, which grow by it. Place in the file and address are the same
 * number: whoever looks for the headers in memory finds them.
 */
final class ElfNewStrings {

	private static final int PAGE = 1 << 12;

	/** Segments of linkers are aligned to 64 KiB, or to 2 MiB for large pages. */
	private static final long MAX_ALIGNMENT = 1 << 24;

	/** Code reaches data within 2 GiB. */
	private static final long MAX_END = 1L << 36;

	private static final int PART = 1 << 16;

	private static final int READABLE = 4;

	private static final long HEADERS_AT = 32;

	private static final int PROGRAM_HEADERS = 6;

	private final ElfFile elf;

	private final FileBytes file;

	private final ByteArrayOutputStream added = new ByteArrayOutputStream();

	private final Map<String, Long> indices = new LinkedHashMap<>();

	ElfNewStrings(ElfFile elf, FileBytes file) {
		this.elf = elf;
		this.file = file;
	}

	/** Adds a name, and returns its index in the new table. */
	long index(String name) {
		return this.indices.computeIfAbsent(name, (added) -> {
			long index = this.elf.strings().size() + this.added.size();
			if (index > 0xffffffffL - name.length()) {
				throw new DamagedFileException("its table of names is full");
			}
			this.added.writeBytes(name.getBytes(StandardCharsets.UTF_8));
			this.added.write(0);
			return index;
		});
	}

	/**
	 * Appends the table if there are new names.
	 * @return words that lead to it, by their places in the file
	 */
	Map<Long, Long> appendTo(FileChannel channel) throws IOException {
		if (this.indices.isEmpty()) {
			return Map.of();
		}
		ElfHeader header = this.elf.header();
		int count = header.programHeaderCount();
		long alignment = alignment(header);
		if (this.elf.segments().end() > MAX_END) {
			throw new DamagedFileException("its segments end at 0x" + Long.toHexString(this.elf.segments().end()));
		}
		long start = (Math.max(this.file.size(), this.elf.segments().end()) + alignment - 1) & -alignment;
		long strings = start + (count + 1L) * ElfHeader.PROGRAM_HEADER_SIZE;
		long size = this.elf.strings().size() + this.added.size();
		ByteBuffer headers = headers(header, start);
		headers.putInt(ElfSegment.LOAD).putInt(READABLE).putLong(start).putLong(start).putLong(start);
		headers.putLong(strings + size - start).putLong(strings + size - start).putLong(alignment);
		long end = write(channel, start, headers.flip());
		for (long done = 0; done < this.elf.strings().size(); done += PART) {
			int part = (int) Math.min(PART, this.elf.strings().size() - done);
			end = write(channel, end, ByteBuffer.wrap(this.file.bytes(this.elf.strings().offset() + done, part)));
		}
		write(channel, end, ByteBuffer.wrap(this.added.toByteArray()));
		Map<Long, Long> words = new LinkedHashMap<>();
		words.put(HEADERS_AT, start);
		words.put(HEADERS_AT + 24, (this.file.i64(HEADERS_AT + 24) & ~0xffffL) | (count + 1));
		put(words, ElfDynamic.STRING_TABLE, strings);
		put(words, ElfDynamic.STRING_TABLE_SIZE, size);
		return words;
	}

	/** The headers as they are, but for the one that says where they are. */
	private ByteBuffer headers(ElfHeader header, long start) {
		int size = header.programHeaderCount() * ElfHeader.PROGRAM_HEADER_SIZE;
		ByteBuffer headers = ByteBuffer.allocate(size + ElfHeader.PROGRAM_HEADER_SIZE).order(ByteOrder.LITTLE_ENDIAN);
		headers.put(this.file.bytes(header.programHeaders(), size));
		for (int at = 0; at < size; at += ElfHeader.PROGRAM_HEADER_SIZE) {
			if (headers.getInt(at) == PROGRAM_HEADERS) {
				headers.putLong(at + 8, start).putLong(at + 16, start).putLong(at + 24, start);
				headers.putLong(at + 32, headers.capacity()).putLong(at + 40, headers.capacity());
			}
		}
		return headers;
	}

	private long alignment(ElfHeader header) {
		long alignment = PAGE;
		for (int i = 0; i < header.programHeaderCount(); i++) {
			long at = header.programHeaders() + (long) i * ElfHeader.PROGRAM_HEADER_SIZE;
			if (this.file.u32(at) == ElfSegment.LOAD) {
				alignment = Math.max(alignment, this.file.i64(at + 48));
			}
		}
		if (alignment > MAX_ALIGNMENT || Long.bitCount(alignment) != 1) {
			throw new DamagedFileException("its segments are aligned to " + alignment + " bytes");
		}
		return alignment;
	}

	private void put(Map<Long, Long> words, long tag, long value) {
		this.elf.dynamic().entries(tag).forEach((entry) -> words.put(entry.offset(), value));
	}

	private static long write(FileChannel channel, long place, ByteBuffer bytes) throws IOException {
		long at = place;
		while (bytes.hasRemaining()) {
			at += channel.write(bytes, at);
		}
		return at;
	}

}
