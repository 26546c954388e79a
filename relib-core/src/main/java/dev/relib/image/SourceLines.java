// SPDX-License-Identifier: Apache-2.0
package dev.relib.image;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.concurrent.TimeUnit;

import dev.relib.os.WithoutContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds the source lines of places in a library's code with binutils' addr2line. If
 * addr2line is not installed, nothing is found.
 */
public final class SourceLines {

	private static final Logger logger = LoggerFactory.getLogger(SourceLines.class);

	private static final Duration TIMEOUT = Duration.ofSeconds(10);

	private static final long PAUSE_MILLIS = 2;

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
		ProcessBuilder builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD);
		try {
			return lines(WithoutContext.call(builder::start), offsets);
		}
		catch (IOException ex) {
			logger.debug("Can not run addr2line", ex);
			return Map.of();
		}
	}

	private static Map<Long, String> lines(Process process, SortedSet<Long> offsets) throws IOException {
		try (InputStream output = process.getInputStream()) {
			List<String> lines = read(process, output).lines().toList();
			Map<Long, String> found = new HashMap<>();
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

	/**
	 * Reads on the calling thread, which may hold a lock: no other thread has to be free
	 * for it. The program waits while its pipe is full.
	 */
	private static String read(Process process, InputStream output) throws IOException, InterruptedException {
		ByteArrayOutputStream read = new ByteArrayOutputStream();
		long deadline = System.nanoTime() + TIMEOUT.toNanos();
		while (!process.waitFor(PAUSE_MILLIS, TimeUnit.MILLISECONDS)) {
			read.write(output.readNBytes(output.available()));
			if (System.nanoTime() - deadline > 0) {
				logger.warn("addr2line has not ended within {} s", TIMEOUT.toSeconds());
				return "";
			}
		}
		output.transferTo(read);
		return read.toString(StandardCharsets.UTF_8);
	}

}
