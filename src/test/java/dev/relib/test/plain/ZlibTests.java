// SPDX-License-Identifier: Apache-2.0
package dev.relib.test.plain;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.CRC32;
import java.util.zip.Inflater;

import dev.relib.ModuleDefinition;
import dev.relib.ModuleRegistry;
import dev.relib.NativeModule;
import dev.relib.module.ModuleKind;
import dev.relib.module.ModuleOptions;
import dev.relib.module.UnloadReport.Outcome;
import dev.relib.test.ProcessFigures;
import dev.relib.test.SystemLibrary;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ZlibTests {

	@Test
	void isLoadedAndUnloadedAsAModule() throws Exception {
		try (ModuleRegistry registry = ModuleRegistry.builder().build()) {
			NativeModule module = registry.add(new ModuleDefinition("zlib", SystemLibrary.find("libz.so.1"),
					ModuleOptions.builder().kind(ModuleKind.PLAIN).build()));
			Zlib zlib = module.exports(Zlib.class);
			for (int i = 0; i < 20; i++) {
				use(zlib, new Random(i));
				assertThat(module.reload().previous().outcome()).isEqualTo(Outcome.UNLOADED);
			}
			assertThat(module.unload().outcome()).isEqualTo(Outcome.UNLOADED);
			assertThat(ProcessFigures.now("-libz.so.1").libraryMappings()).isZero();
		}
	}

	private static void use(Zlib zlib, Random random) throws Exception {
		byte[] text = new byte[100_000];
		random.nextBytes(text);
		Arrays.fill(text, 1000, 90_000, (byte) 7);
		CRC32 crc = new CRC32();
		crc.update(text);
		assertThat(zlib.version()).startsWith("1.");
		assertThat(zlib.crc32(0, text, text.length)).isEqualTo(crc.getValue());
		byte[] compressed = new byte[(int) zlib.compressBound(text.length)];
		byte[] length = length(compressed.length);
		assertThat(zlib.compress(compressed, length, text, text.length)).isZero();
		long size = length(length);
		assertThat(size).isLessThan(20_000);
		byte[] back = new byte[text.length];
		assertThat(zlib.uncompress(back, length(back.length), compressed, size)).isZero();
		assertThat(back).isEqualTo(text);
		assertThat(inflate(compressed, (int) size, text.length)).isEqualTo(text);
	}

	private static byte[] length(long length) {
		return ByteBuffer.allocate(Long.BYTES).order(ByteOrder.nativeOrder()).putLong(length).array();
	}

	private static long length(byte[] length) {
		return ByteBuffer.wrap(length).order(ByteOrder.nativeOrder()).getLong();
	}

	private static byte[] inflate(byte[] compressed, int size, int length) throws Exception {
		Inflater inflater = new Inflater();
		inflater.setInput(compressed, 0, size);
		byte[] text = new byte[length];
		assertThat(inflater.inflate(text)).isEqualTo(length);
		inflater.end();
		return text;
	}

}
