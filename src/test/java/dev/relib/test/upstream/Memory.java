// SPDX-License-Identifier: Apache-2.0
package dev.relib.test.upstream;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Reads the size of this process's address space, in bytes.
 */
final class Memory {

	private static final long PAGE = 4096;

	private Memory() {
	}

	static long addressSpace() throws IOException {
		return Long.parseLong(Files.readString(Path.of("/proc/self/statm")).split(" ")[0]) * PAGE;
	}

}
