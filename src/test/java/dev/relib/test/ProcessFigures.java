// SPDX-License-Identifier: Apache-2.0
package dev.relib.test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * Resource usage of this process, as reported by the kernel.
 */
public record ProcessFigures(long residentKib, long addressSpaceKib, long descriptors, long libraryMappings) {

	/**
	 * Measures the process after a garbage collection.
	 * @param library a part of the path of the library whose mappings are counted
	 */
	public static ProcessFigures now(String library) {
		System.gc();
		try (Stream<String> maps = Files.lines(Path.of("/proc/self/maps"))) {
			return new ProcessFigures(status("VmRSS:"), status("VmSize:"), fewestDescriptors(),
					maps.filter((line) -> line.contains(library)).count());
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/**
	 * Returns the minimum of several counts, because the JVM opens files for short times.
	 */
	private static long fewestDescriptors() throws IOException {
		long fewest = Long.MAX_VALUE;
		for (int i = 0; i < 50; i++) {
			try (Stream<Path> descriptors = Files.list(Path.of("/proc/self/fd"))) {
				fewest = Math.min(fewest, descriptors.count());
			}
		}
		return fewest;
	}

	private static long status(String key) throws IOException {
		return Files.readAllLines(Path.of("/proc/self/status"))
			.stream()
			.filter((line) -> line.startsWith(key))
			.mapToLong((line) -> Long.parseLong(line.replaceAll("\\D", "")))
			.findFirst()
			.orElseThrow();
	}

}
