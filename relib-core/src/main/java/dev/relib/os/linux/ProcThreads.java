// SPDX-License-Identifier: Apache-2.0
package dev.relib.os.linux;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;

import dev.relib.os.KernelThread;
import dev.relib.os.Threads;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the kernel shows of threads below {@code /proc}. It keeps 15 bytes of a name.
 */
final class ProcThreads implements Threads {

	private static final Logger logger = LoggerFactory.getLogger(ProcThreads.class);

	private static final Path NAME = Path.of("/proc/thread-self/comm");

	private static final Path OWN = Path.of("/proc/thread-self");

	private static final Path TASKS = Path.of("/proc/self/task");

	/** The place of the start time among what follows the name. */
	private static final int START = 19;

	private static final String UNKNOWN = "";

	@Override
	public String currentName() {
		try {
			return new String(Files.readAllBytes(NAME), StandardCharsets.UTF_8).stripTrailing();
		}
		catch (IOException ex) {
			logger.debug("Can not read the name of the calling thread", ex);
			return "unnamed";
		}
	}

	@Override
	public KernelThread current() {
		String id = "0";
		try {
			id = Files.readSymbolicLink(OWN).getFileName().toString();
			return new KernelThread(Long.parseLong(id), start(id), currentName(), Instant.now());
		}
		catch (IOException ex) {
			logger.debug("Can not tell when thread {} has started", id, ex);
			return new KernelThread(Long.parseLong(id), UNKNOWN, currentName(), Instant.now());
		}
	}

	@Override
	public boolean has(KernelThread thread) {
		try {
			String start = start(Long.toString(thread.id()));
			return thread.start().equals(UNKNOWN) || start.equals(thread.start());
		}
		catch (IOException ex) {
			// It has ended, or no file can be opened now: only the folder tells.
			logger.debug("Can not tell when thread {} has started", thread.id(), ex);
			return Files.exists(TASKS.resolve(Long.toString(thread.id())));
		}
	}

	/** The name ends at the last parenthesis; it may hold others, and spaces. */
	private static String start(String id) throws IOException {
		String stat = Files.readString(TASKS.resolve(id).resolve("stat"), StandardCharsets.ISO_8859_1);
		return stat.substring(stat.lastIndexOf(')') + 2).split(" ")[START];
	}

}
