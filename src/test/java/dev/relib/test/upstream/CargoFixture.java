package dev.relib.test.upstream;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import org.junit.jupiter.api.Assumptions;

/**
 * Builds the crate in {@code native/upstream}, once for each set of features. Where cargo
 * or the registry are not to be had, the tests that need it are left out.
 */
final class CargoFixture {

	private static final Path SOURCES = Path.of("target/test-classes/dev/relib/test/upstream").toAbsolutePath();

	private static final Path BUILD = Path.of("target/cargo").toAbsolutePath();

	private static final Map<String, Path> LIBRARIES = new ConcurrentHashMap<>();

	private CargoFixture() {
	}

	/** The library with some features of the crate, for example {@code unloading}. */
	static synchronized Path library(String features) {
		Path library = LIBRARIES.get(features);
		if (library == null) {
			library = build(features);
			LIBRARIES.put(features, library);
		}
		return library;
	}

	/** A copy under another name, to be a library of its own. */
	static Path copy(String features, Path copy) {
		try {
			Path next = copy.resolveSibling(copy.getFileName() + ".next");
			Files.copy(library(features), next, StandardCopyOption.REPLACE_EXISTING);
			return Files.move(next, copy, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static Path build(String features) {
		Result fetched = cargo("fetch", List.of());
		Assumptions.assumeTrue(fetched.exitCode() == 0,
				() -> "the published crates are not to be had, upstream's modules are not tested: " + fetched.output());
		Result built = cargo("build", List.of("--offline", "--package", "upstream", "--features", features));
		if (built.exitCode() != 0) {
			throw new IllegalStateException(built.output());
		}
		return copyOf(BUILD.resolve("debug/libupstream.so"), features);
	}

	private static Path copyOf(Path library, String features) {
		try {
			Path copy = BUILD.resolve("libupstream-" + features.replaceAll("[^a-z]+", "-") + ".so");
			return Files.copy(library, copy, StandardCopyOption.REPLACE_EXISTING);
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static Result cargo(String command, List<String> arguments) {
		List<String> line = new ArrayList<>(
				List.of("cargo", command, "--quiet", "--manifest-path", SOURCES.resolve("Cargo.toml").toString()));
		line.addAll(arguments);
		try {
			ProcessBuilder builder = new ProcessBuilder(line).redirectErrorStream(true);
			builder.environment().put("CARGO_TARGET_DIR", BUILD.toString());
			Process process = builder.start();
			String output = new String(process.getInputStream().readAllBytes());
			return new Result(process.waitFor(), output);
		}
		catch (IOException ex) {
			return new Result(-1, "cargo is not installed (" + ex.getMessage() + ")");
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

	private record Result(int exitCode, String output) {

	}

}
