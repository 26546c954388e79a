package dev.relib.test.plain;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

import dev.relib.module.Platform;

import static org.junit.jupiter.api.Assumptions.abort;

/**
 * Libraries of the machine that runs the tests.
 */
final class SystemLibrary {

	private SystemLibrary() {
	}

	/** Finds a library, or leaves the test out where it is not installed. */
	static Path find(String name) {
		return Stream.of("/usr/lib/" + Platform.current().machine() + "-linux-gnu", "/usr/lib64", "/usr/lib")
			.map((directory) -> Path.of(directory, name))
			.filter(Files::exists)
			.findFirst()
			.orElseGet(() -> abort(name + " is not installed: what needs it is left out"));
	}

}
