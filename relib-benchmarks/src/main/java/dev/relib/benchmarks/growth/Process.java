// SPDX-License-Identifier: Apache-2.0
package dev.relib.benchmarks.growth;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Figures of this process.
 */
final class Process {

	private static final Path STATUS = Path.of("/proc/self/status");

	private Process() {
	}

	/** The heap in use after a collection, in bytes. */
	static long heap() {
		System.gc();
		System.gc();
		return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
	}

	/** A count, or kibibytes, of Linux's status of the process. */
	static long status(String name) {
		try {
			return Files.readAllLines(STATUS)
				.stream()
				.filter((line) -> line.startsWith(name))
				.mapToLong((line) -> Long.parseLong(line.replaceAll("[^0-9]", "")))
				.sum();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
