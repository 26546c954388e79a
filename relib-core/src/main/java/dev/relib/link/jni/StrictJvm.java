// SPDX-License-Identifier: Apache-2.0
package dev.relib.link.jni;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;

/**
 * Tells whether this JVM has to be used by the letter of JNI. HotSpot calls an object
 * through a weak reference, and sees by itself that it has gone; but not if it checks all
 * calls.
 */
final class StrictJvm {

	private static final String CHECKS = "-Xcheck:jni";

	private StrictJvm() {
	}

	static boolean isThis() {
		String name = System.getProperty("java.vm.name", "");
		return !(name.contains("HotSpot") || name.contains("OpenJDK"))
				|| Stream.concat(commandLine(), environment()).anyMatch(CHECKS::equals);
	}

	private static Stream<String> commandLine() {
		try {
			return Arrays
				.stream(Files.readString(Path.of("/proc/self/cmdline"), StandardCharsets.ISO_8859_1).split("\0"));
		}
		catch (IOException ex) {
			return Stream.of();
		}
	}

	private static Stream<String> environment() {
		return Stream.of("JAVA_TOOL_OPTIONS", "_JAVA_OPTIONS", "JDK_JAVA_OPTIONS")
			.flatMap((name) -> Arrays.stream(System.getenv().getOrDefault(name, "").split("\\s+")));
	}

}
