package dev.relib.os;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The calling thread as the kernel has it.
 */
public final class KernelThread {

	private KernelThread() {
	}

	/**
	 * The name that native code or the JVM has given the thread.
	 * @return at most 15 bytes; what is no UTF-8 in them is replaced
	 */
	public static String name() {
		try {
			byte[] line = Files.readAllBytes(Path.of("/proc/thread-self/comm"));
			return new String(line, StandardCharsets.UTF_8).stripTrailing();
		}
		catch (IOException ex) {
			throw new UncheckedIOException("can not read the name of the calling thread", ex);
		}
	}

}
