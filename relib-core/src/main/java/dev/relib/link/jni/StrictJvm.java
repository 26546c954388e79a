// SPDX-License-Identifier: Apache-2.0
package dev.relib.link.jni;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

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
		return !(name.contains("HotSpot") || name.contains("OpenJDK")) || options().contains(" " + CHECKS + " ");
	}

	/** All words of the command line, and of the variables that add to it. */
	private static String options() {
		StringBuilder options = new StringBuilder(" ").append(commandLine());
		for (String variable : new String[] { "JAVA_TOOL_OPTIONS", "_JAVA_OPTIONS", "JDK_JAVA_OPTIONS" }) {
			options.append(System.getenv().getOrDefault(variable, "")).append(' ');
		}
		return options.toString();
	}

	private static String commandLine() {
		try {
			return Files.readString(Path.of("/proc/self/cmdline"), StandardCharsets.ISO_8859_1).replace('\0', ' ');
		}
		catch (IOException ex) {
			return "";
		}
	}

}
