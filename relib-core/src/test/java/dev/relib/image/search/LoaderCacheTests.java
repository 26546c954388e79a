// SPDX-License-Identifier: Apache-2.0
package dev.relib.image.search;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import dev.relib.fixture.OnOneJdk;
import dev.relib.image.file.DamagedFileException;
import dev.relib.image.file.FileBytes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@OnOneJdk
class LoaderCacheTests {

	@TempDir
	private Path directory;

	@Test
	void findsAllPathsOfAName() throws IOException {
		byte[] cache = cache("libb.so.1", "/opt/libb.so.1", "liba.so", "/lib/liba.so", "liba.so", "/lib32/liba.so");
		assertThat(find(cache, "liba.so")).containsExactly(Path.of("/lib/liba.so"), Path.of("/lib32/liba.so"));
		assertThat(find(cache, "libb.so.1")).containsExactly(Path.of("/opt/libb.so.1"));
		assertThat(find(cache, "libb.so")).isEmpty();
	}

	@Test
	void findsThemBehindWhatOlderLoadersRead() throws IOException {
		byte[] cache = cache("liba.so", "/lib/liba.so");
		ByteBuffer old = ByteBuffer.allocate(16 + 3 * 12 + 4 + cache.length).order(ByteOrder.LITTLE_ENDIAN);
		old.put("ld.so-1.7.0".getBytes(StandardCharsets.US_ASCII)).putInt(12, 3).position(56);
		old.put(cache);
		assertThat(find(old.array(), "liba.so")).containsExactly(Path.of("/lib/liba.so"));
	}

	@Test
	void refusesWhatIsNoCache() {
		for (byte[] content : List.of(new byte[0], new byte[100], "ld.so-1.7.0 and so on".getBytes())) {
			assertThatExceptionOfType(DamagedFileException.class).isThrownBy(() -> find(content, "liba.so"));
		}
		byte[] damaged = cache("liba.so", "/lib/liba.so");
		ByteBuffer.wrap(damaged).order(ByteOrder.LITTLE_ENDIAN).putInt(20, 100_000_000);
		assertThatExceptionOfType(DamagedFileException.class).isThrownBy(() -> find(damaged, "liba.so"));
	}

	private List<Path> find(byte[] content, String name) throws IOException {
		try (FileBytes bytes = FileBytes.open(Files.write(this.directory.resolve("cache"), content))) {
			return LoaderCache.read(bytes).find(name);
		}
	}

	/** Lays out alternating names and paths as version 1.1 of the C library's format. */
	private static byte[] cache(String... texts) {
		ByteBuffer cache = ByteBuffer.allocate(4096).order(ByteOrder.LITTLE_ENDIAN);
		cache.put("glibc-ld.so.cache1.1".getBytes(StandardCharsets.US_ASCII)).putInt(texts.length / 2);
		int text = 48 + texts.length / 2 * 24;
		for (int i = 0; i < texts.length; i++) {
			cache.putInt(48 + i / 2 * 24 + 4 + i % 2 * 4, text);
			cache.position(text);
			cache.put((texts[i] + '\0').getBytes(StandardCharsets.US_ASCII));
			text = cache.position();
		}
		return cache.array();
	}

}
