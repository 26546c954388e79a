// SPDX-License-Identifier: Apache-2.0
package dev.relib.sample;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Prepares filter libraries in a directory of a test.
 */
final class Libraries {

	private static final Path SOURCES = Path.of("src/main/native");

	private Libraries() {
	}

	/** Copies the libraries that the Maven build has compiled. */
	static void copyTo(Path directory) {
		try (Stream<Path> libraries = Files.list(Path.of("target/native"))) {
			for (Path library : libraries.toList()) {
				Files.copy(library, directory.resolve(library.getFileName()));
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * Replaces a text in a filter's source, and compiles the result over the filter's
	 * library.
	 */
	static void replace(Path directory, String filter, String text, String replacement) {
		try {
			String source = Files.readString(SOURCES.resolve(filter + ".c"));
			assertThat(source).containsOnlyOnce(text);
			Path changed = directory.resolve(filter + ".c");
			Files.writeString(changed, source.replace(text, replacement));
			compile(directory, changed);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static void compile(Path directory, Path source) throws IOException {
		Process build = new ProcessBuilder(
				List.of("sh", SOURCES.resolve("build.sh").toString(), directory.toString(), source.toString()))
			.redirectErrorStream(true)
			.start();
		String output = new String(build.getInputStream().readAllBytes());
		try {
			assertThat(build.waitFor(60, TimeUnit.SECONDS)).as(output).isTrue();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
		assertThat(build.exitValue()).as(output).isZero();
	}

}
