// SPDX-License-Identifier: Apache-2.0
package dev.relib.os.linux;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

import dev.relib.os.Threads;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the kernel shows of threads below {@code /proc}. It keeps 15 bytes of a name.
 */
final class ProcThreads implements Threads {

	private static final Logger logger = LoggerFactory.getLogger(ProcThreads.class);

	private static final Path NAME = Path.of("/proc/thread-self/comm");

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

}
