// SPDX-License-Identifier: Apache-2.0
package dev.relib.image;

import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class ByteRunsTests {

	@TempDir
	private Path directory;

	@Test
	void putsEachByteInItsPlaceInAnyOrder() throws Exception {
		Path file = Files.write(this.directory.resolve("file"), new byte[200]);
		byte[] wanted = new byte[200];
		try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE);
				ByteRuns bytes = new ByteRuns(channel)) {
			for (int offset : new int[] { 10, 11, 12, 50, 13, 5, 6, 6, 0, 199 }) {
				wanted[offset] = (byte) (offset + wanted[offset] + 1);
				bytes.put(offset, wanted[offset] & 0xff);
			}
			for (int offset = 60; offset < 190; offset++) {
				wanted[offset] = (byte) offset;
				bytes.put(offset, offset);
			}
		}
		assertThat(file).hasBinaryContent(wanted);
	}

	@Test
	void writesNothingWithoutBytes() throws Exception {
		Path file = Files.write(this.directory.resolve("file"), new byte[] { 1, 2, 3 });
		try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
			new ByteRuns(channel).close();
		}
		assertThat(file).hasBinaryContent(new byte[] { 1, 2, 3 });
	}

}
