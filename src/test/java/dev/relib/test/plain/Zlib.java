// SPDX-License-Identifier: Apache-2.0
package dev.relib.test.plain;

import dev.relib.RelibExports;
import dev.relib.RelibName;

/**
 * Functions of zlib. Lengths are {@code unsigned long}; functions return sizes in an
 * array that holds one of them.
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
