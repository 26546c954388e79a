// SPDX-License-Identifier: Apache-2.0
package dev.relib.values;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;

import dev.relib.failure.InvalidValueException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class LargeValuesTests {

	private static final int SIZE = 64 << 20;

	private static final long PAGE_SIZE = 4096;

	@TempDir
	static Path directory;

	private static EchoModule module;

	@BeforeAll
	static void load() {
		module = new EchoModule(directory);
	}

	@AfterAll
	static void unload() {
		module.close();
	}

	@Test
	void crossAsArrays() {
		byte[] bytes = new byte[SIZE];
		new Random(1).nextBytes(bytes);
		assertThat(Arrays.equals(module.echo.bytes(bytes), bytes)).isTrue();
		assertThat(Arrays.equals(module.echo.hostBytes(bytes), bytes)).isTrue();
		long[] longs = new Random(2).longs(SIZE / Long.BYTES).toArray();
		assertThat(Arrays.equals(module.echo.longs(longs), longs)).isTrue();
		assertThat(Arrays.equals(module.echo.hostLongs(longs), longs)).isTrue();
	}

	@Test
	void crossAsBuffers() {
		ByteBuffer direct = ByteBuffer.allocateDirect(SIZE);
		direct.putLong(SIZE - Long.BYTES, 42);
		assertThat(module.echo.hostBuffer(direct).equals(direct)).isTrue();
	}

	@Test
	void crossAsTextAndInsideOfRecords() {
		String text = "é".repeat(SIZE / 4);
		assertThat(module.echo.text(text).equals(text)).isTrue();
		Deep deep = Deep.EMPTY.withLongs(new long[SIZE / Long.BYTES]);
		long[] returned = module.echo.hostDeeps(List.of(deep, deep)).get(1).longs();
		assertThat(Arrays.equals(returned, deep.longs())).isTrue();
	}

	@Test
	void crossAsManySmallOnes() {
		List<Flat> flats = Collections.nCopies(100_000, Deep.EMPTY.flat());
		assertThat(module.echo.hostFlats(flats).equals(flats)).isTrue();
	}

	@Test
	void areRefusedIfOneArgumentWouldTakeMoreThanAnArrayCanHold() {
		Deep deep = Deep.EMPTY.withLongs(new long[SIZE / Long.BYTES]);
		assertThatExceptionOfType(InvalidValueException.class)
			.isThrownBy(() -> module.echo.deeps(Collections.nCopies(32, deep)))
			.withMessageContaining("Echo.deeps: argument v[31].longs does not fit")
			.withMessageContaining("can take 2147483647");
	}

	@Test
	void areLentForTheCallOnly() throws IOException {
		byte[] bytes = new byte[SIZE];
		take(bytes);
		long before = residentBytes();
		for (int i = 0; i < 10; i++) {
			take(bytes);
		}
		assertThat(residentBytes() - before).isLessThan(5L * SIZE);
	}

	private static void take(byte[] bytes) {
		module.echo.many(true, new Tiny((byte) 1), "", 1, List.of(new Tiny((byte) 1)), 1, Suit.CLUBS, bytes,
				new double[1], 1, Deep.EMPTY.flat());
	}

	private static long residentBytes() throws IOException {
		String[] words = Files.readString(Path.of("/proc/self/statm")).split(" ");
		return Long.parseLong(words[1]) * PAGE_SIZE;
	}

}
