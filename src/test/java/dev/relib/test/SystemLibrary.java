// SPDX-License-Identifier: Apache-2.0
package dev.relib.test;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

import dev.relib.module.Platform;

import static org.junit.jupiter.api.Assumptions.abort;

/**
 * Finds libraries that are installed on the machine.
 */
public final class SystemLibrary {

	private SystemLibrary() {
	}

	/** Finds a library, or aborts the test if it is not installed. */
	public static Path find(String name) {
		return search(name).orElseGet(() -> abort(name + " is not installed: what needs it is left out"));
	}

	/** Finds a library where it is installed. */
	public static Optional<Path> search(String name) {
		return Stream.of("/usr/lib/" + Platform.current().machine() + "-linux-gnu", "/usr/lib64", "/usr/lib")
			.map((directory) -> Path.of(directory, name))
			.filter(Files::exists)
			.findFirst();
	}

}
