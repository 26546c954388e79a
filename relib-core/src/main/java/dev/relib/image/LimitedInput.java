// SPDX-License-Identifier: Apache-2.0
package dev.relib.image;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

import dev.relib.failure.UnreadableLibraryException;
import dev.relib.module.ModuleSource;

/**
 * The content of a library, which grows beyond its limit only while it is read.
 */
final class LimitedInput extends FilterInputStream {

	private final ModuleSource source;

	private final long limit;

	private long count;

	LimitedInput(ModuleSource source, InputStream content, long limit) {
		super(content);
		this.source = source;
		this.limit = limit;
	}

	@Override
	public int read() throws IOException {
		int next = super.read();
		count((next < 0) ? 0 : 1);
		return next;
	}

	@Override
	public int read(byte[] bytes, int offset, int length) throws IOException {
		int read = super.read(bytes, offset, length);
		count(Math.max(read, 0));
		return read;
	}

	/**
	 * Counts bytes.
	 * @throws UnreadableLibraryException if they are too many
	 */
	private void count(int read) {
		this.count += read;
		LibraryReader.requireSize(this.source, Math.max(this.count, 1), this.limit);
	}

}
