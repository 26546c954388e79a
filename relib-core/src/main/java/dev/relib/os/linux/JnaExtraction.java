// SPDX-License-Identifier: Apache-2.0
package dev.relib.os.linux;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

import com.sun.jna.Native;

/**
 * The place where JNA puts its own library when its first class is used. By default it is
 * below the user's home, or the temporary directory, which may both be read-only, or
 * mounted noexec.
 */
final class JnaExtraction {

	private static final String DIRECTORY = "jna.tmpdir";

	private JnaExtraction() {
	}

	/**
	 * Has JNA put its library into a directory, unless it has one already or the user has
	 * said where it is to be.
	 * @return the size of a pointer, which only JNA's library knows
	 */
	static synchronized int into(Path directory) {
		boolean chosen = Stream.of(DIRECTORY, "jna.boot.library.path", "jna.nounpack")
			.anyMatch((property) -> System.getProperty(property) != null);
		if (chosen || !Files.isWritable(directory)) {
			return Native.POINTER_SIZE;
		}
		System.setProperty(DIRECTORY, directory.toAbsolutePath().toString());
		try {
			return Native.POINTER_SIZE;
		}
		finally {
			System.clearProperty(DIRECTORY);
		}
	}

}
