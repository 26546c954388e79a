package dev.relib.os;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The calling thread as the kernel has it.
 */
public final class KernelThread {

	private static final Logger logger = LoggerFactory.getLogger(KernelThread.class);

	private KernelThread() {
	}

	/**
	 * The name that native code or the JVM has given the thread.
	 * @return at most 15 bytes, where what is no UTF-8 is replaced; {@code unnamed} where
	 * the kernel does not show it
	 */
	public static String name() {
		try {
			byte[] line = Files.readAllBytes(Path.of("/proc/thread-self/comm"));
			return new String(line, StandardCharsets.UTF_8).stripTrailing();
		}
		catch (IOException ex) {
			logger.debug("Can not read the name of the calling thread", ex);
			return "unnamed";
		}
	}

}
