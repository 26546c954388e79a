// SPDX-License-Identifier: Apache-2.0
package dev.relib.image;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;

import dev.relib.image.elf.ElfFile;

/**
 * Changes bytes of a file, those that follow each other in one write.
 */
final class ByteRuns implements ElfFile.BytePatch, Closeable {

	private static final int LONGEST = 64;

	private final FileChannel file;

	private final ByteBuffer run = ByteBuffer.allocate(LONGEST);

	private long end;

	ByteRuns(FileChannel file) {
		this.file = file;
	}

	@Override
	public void put(long offset, int value) {
		try {
			if (offset != this.end || !this.run.hasRemaining()) {
				close();
			}
			this.run.put((byte) value);
			this.end = offset + 1;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** Writes what is left. */
	@Override
	public void close() throws IOException {
		this.run.flip();
		while (this.run.hasRemaining()) {
			this.file.write(this.run, this.end - this.run.remaining());
		}
		this.run.clear();
	}

}
