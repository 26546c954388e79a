package dev.relib.test.plain;

import dev.relib.RelibExports;
import dev.relib.RelibName;

/**
 * Some of zlib; lengths are {@code unsigned long}, sizes of results go through an array
 * of that type.
 */
@RelibExports
public interface Zlib {

	@RelibName("zlibVersion")
	String version();

	long crc32(long crc, byte[] bytes, int length);

	@RelibName("compressBound")
	long compressBound(long length);

	int compress(byte[] target, byte[] targetLength, byte[] source, long length);

	int uncompress(byte[] target, byte[] targetLength, byte[] source, long length);

}
