// SPDX-License-Identifier: Apache-2.0
package dev.relib.image;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds the source lines of places in a library's code with binutils' addr2line. If
 * addr2line is not installed, nothing is found.
 */
public final class SourceLines {

	private static final Logger logger = LoggerFactory.getLogger(SourceLines.class);

	private static final int TIMEOUT_SECONDS = 10;

	private SourceLines() {
	}

	/**
	 * Finds the lines of places.
	 * @param file the library's file
	 * @param offsets the places, as distances from the library's first address
	 * @return a line for each place with debug information, for example
	 * {@code counter.c:34}
	 */
	public static Map<Long, String> of(Path file, SortedSet<Long> offsets) {
		if (offsets.isEmpty()) {
			return Map.of();
		}
		List<String> command = new ArrayList<>(List.of("addr2line", "-s", "-e", file.toString()));
		offsets.forEach((offset) -> command.add(Long.toHexString(offset)));
		try {
			return lines(new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start(), offsets);
		}
		catch (IOException ex) {
			logger.debug("Can not run addr2line", ex);
			return Map.of();
		}
	}

	private static Map<Long, String> lines(Process process, SortedSet<Long> offsets) {
		CompletableFuture<List<String>> output = CompletableFuture.supplyAsync(() -> read(process));
		try {
			if (!process.waitFor(TIMEOUT_SECONDS, TimeUnit.SECONDS)) {
				logger.warn("addr2line has not ended within {} s", TIMEOUT_SECONDS);
				return Map.of();
			}
			Map<Long, String> found = new HashMap<>();
			List<String> lines = output.join();
			int i = 0;
			for (Long offset : offsets) {
				String line = (i < lines.size()) ? lines.get(i++) : "?";
				if (!line.startsWith("?") && !line.endsWith(":?") && !line.endsWith(":0")) {
					found.put(offset, line.replaceFirst(" \\(discriminator \\d+\\)$", ""));
				}
			}
			return found;
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			return Map.of();
		}
		finally {
			process.destroyForcibly();
		}
	}

	private static List<String> read(Process process) {
		try (BufferedReader reader = new BufferedReader(
				new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
			return reader.lines().toList();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
