// SPDX-License-Identifier: Apache-2.0
package dev.relib.image.file;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * The little-endian numbers and texts of an untrusted file. Its memory use does not
 * depend on the file's size. The file is not mapped: a mapping exists until the garbage
 * collector finds it, and would look like a loaded library in the process maps.
 * <p>
 * Not thread-safe. Methods throw a {@link DamagedFileException} for offsets outside the
 * file, and an {@link UncheckedIOException} if it cannot be read.
 */
public final class FileBytes implements Closeable {

	private static final int PAGE = 1 << 14;

	/** The names of symbols are read in random order; those of most libraries fit. */
	private static final int PAGES = 32;

	private final FileChannel channel;

	private final long size;

	private final ByteBuffer[] pages = new ByteBuffer[PAGES];

	/** The index of the file's page in each buffer. */
	private final long[] numbers = new long[PAGES];

	private FileBytes(FileChannel channel) throws IOException {
		this.channel = channel;
		this.size = channel.size();
		Arrays.fill(this.numbers, -1);
	}

	/**
	 * Opens a file.
	 * @param file the file, which should not change while it is read
	 * @return its bytes, to be closed by the caller
	 * @throws IOException if it cannot be opened
	 */
	public static FileBytes open(Path file) throws IOException {
		FileChannel channel = FileChannel.open(file);
		try {
			return new FileBytes(channel);
		}
		catch (IOException | RuntimeException ex) {
			channel.close();
			throw ex;
		}
	}

	/**
	 * Returns the file's size.
	 * @return bytes
	 */
	public long size() {
		return this.size;
	}

	/**
	 * Checks that the file contains a range.
	 * @param offset the offset of the range
	 * @param length its length in bytes
	 */
	public void require(long offset, long length) {
		if (offset < 0 || length < 0 || offset > this.size || length > this.size - offset) {
			throw new DamagedFileException(Long.toUnsignedString(length) + " bytes at offset 0x"
					+ Long.toHexString(offset) + " go beyond the file's " + this.size + " bytes");
		}
	}

	/**
	 * Reads a byte.
	 * @param offset its offset
	 * @return 0 to 255
	 */
	public int u8(long offset) {
		require(offset, 1);
		return Byte.toUnsignedInt(page(offset, 1).get((int) (offset % PAGE)));
	}

	/**
	 * Reads 16 bits.
	 * @param offset their offset
	 * @return 0 to 65,535
	 */
	public int u16(long offset) {
		return u8(offset) | u8(offset + 1) << 8;
	}

	/**
	 * Reads 32 bits.
	 * @param offset their offset
	 * @return 0 to 2^32-1
	 */
	public long u32(long offset) {
		return Integer.toUnsignedLong((int) word(offset, Integer.BYTES));
	}

	/**
	 * Reads 64 bits.
	 * @param offset their offset
	 * @return the word
	 */
	public long i64(long offset) {
		return word(offset, Long.BYTES);
	}

	private long word(long offset, int length) {
		require(offset, length);
		int at = (int) (offset % PAGE);
		if (at <= PAGE - length) {
			ByteBuffer page = page(offset, length);
			return (length == Long.BYTES) ? page.getLong(at) : page.getInt(at);
		}
		long word = 0;
		for (int i = 0; i < length; i++) {
			word |= (long) u8(offset + i) << (8 * i);
		}
		return word;
	}

	/**
	 * Reads bytes.
	 * @param offset their offset
	 * @param length their number, which the caller has limited
	 * @return a copy
	 */
	public byte[] bytes(long offset, int length) {
		require(offset, length);
		byte[] bytes = new byte[length];
		int done = 0;
		while (done < length) {
			int at = (int) ((offset + done) % PAGE);
			int part = Math.min(length - done, PAGE - at);
			page(offset + done, part).get(at, bytes, done, part);
			done += part;
		}
		return bytes;
	}

	/**
	 * Reads a zero-terminated text.
	 * @param offset its offset
	 * @param limit the greatest accepted length in bytes, with the zero byte
	 * @return the text, with invalid UTF-8 replaced
	 */
	public String text(long offset, long limit) {
		int length = 0;
		while (length < limit && u8(offset + length) != 0) {
			length++;
		}
		if (length >= limit) {
			throw new DamagedFileException(
					"a name at offset 0x" + Long.toHexString(offset) + " does not end within " + limit + " bytes");
		}
		return new String(bytes(offset, length), StandardCharsets.UTF_8);
	}

	private ByteBuffer page(long offset, int length) {
		long number = offset / PAGE;
		int slot = (int) (number % PAGES);
		ByteBuffer page = this.pages[slot];
		if (page == null || this.numbers[slot] != number) {
			page = (page != null) ? page : ByteBuffer.allocate(PAGE).order(ByteOrder.LITTLE_ENDIAN);
			this.numbers[slot] = -1;
			fill(page.clear(), number * PAGE);
			this.pages[slot] = page;
			this.numbers[slot] = number;
		}
		if (offset % PAGE + length > page.limit()) {
			throw new DamagedFileException("it has become shorter than " + this.size + " bytes");
		}
		return page;
	}

	private void fill(ByteBuffer page, long offset) {
		try {
			while (page.hasRemaining() && this.channel.read(page, offset + page.position()) >= 0) {
				continue;
			}
			page.flip();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	@Override
	public void close() throws IOException {
		this.channel.close();
	}

}
