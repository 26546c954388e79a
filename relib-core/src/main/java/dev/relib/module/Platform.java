// SPDX-License-Identifier: Apache-2.0
package dev.relib.module;

import java.util.Locale;

/**
 * An operating system and a machine. Immutable.
 *
 * @param system the system in lower case, for example {@code linux}
 * @param machine the machine as the system calls it, for example {@code x86_64}
 */
public record Platform(String system, String machine) {

	/**
	 * Returns the platform that this JVM runs on.
	 * @return system and machine
	 */
	public static Platform current() {
		return of(System.getProperty("os.name"), System.getProperty("os.arch"));
	}

	static Platform of(String osName, String osArch) {
		String system = osName.toLowerCase(Locale.ROOT);
		if (system.startsWith("windows")) {
			system = "windows";
		}
		else if (system.startsWith("mac")) {
			system = "macos";
		}
		String machine = osArch.toLowerCase(Locale.ROOT);
		return new Platform(system, machine.equals("amd64") ? "x86_64" : machine);
	}

	/**
	 * Returns the platform's file name of a dynamic library.
	 * @param name the library's bare name, for example {@code greeter}
	 * @return for example {@code libgreeter.so}
	 */
	public String libraryFileName(String name) {
		return switch (this.system) {
			case "windows" -> name + ".dll";
			case "macos" -> "lib" + name + ".dylib";
			default -> "lib" + name + ".so";
		};
	}

	@Override
	public String toString() {
		return this.system + "-" + this.machine;
	}

}
