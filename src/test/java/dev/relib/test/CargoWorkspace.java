// SPDX-License-Identifier: Apache-2.0
package dev.relib.test;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import dev.relib.fixture.Command;
import org.junit.jupiter.api.Assumptions;

/**
 * Builds crates that have dependencies in the cargo registry, each once for each set of
 * features. Tests that need them are left out if cargo or the registry is not available.
 */
public final class CargoWorkspace {

	private static final Path BUILD = Path.of("target", "cargo").toAbsolutePath();

	private final String scenario;

	private final Map<String, Path> libraries = new HashMap<>();

	private boolean fetched;

	/**
	 * Creates a builder for the cargo workspace in {@code native/<scenario>}.
	 * @param scenario the scenario
	 */
	public CargoWorkspace(String scenario) {
		this.scenario = scenario;
	}

	/**
	 * Builds a crate, or leaves the test out.
	 * @param crate the crate's name
	 * @param features the features to build with, separated by commas
	 * @return the library
	 */
	public synchronized Path library(String crate, String features) {
		return this.libraries.computeIfAbsent(crate + "-" + features, (name) -> build(crate, features));
	}

	/**
	 * Locks out other processes, because a build with other features replaces the library
	 * before it is copied.
	 */
	private Path build(String crate, String features) {
		try {
			Files.createDirectories(BUILD);
			try (FileChannel lock = FileChannel.open(BUILD.resolve("lock"), StandardOpenOption.CREATE,
					StandardOpenOption.WRITE)) {
				lock.lock();
				return buildLocked(crate, features);
			}
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private Path buildLocked(String crate, String features) throws IOException {
		if (!this.fetched) {
			fetch();
			this.fetched = true;
		}
		Command.Result built = cargo("build", List.of("--offline", "--package", crate, "--features", features));
		if (built.exitCode() != 0) {
			throw new IllegalStateException(built.output());
		}
		String name = String.join("-", (crate + "," + features).split("[^a-z]+"));
		Path copy = BUILD.resolve("lib" + name + ".so");
		Path next = Files.copy(BUILD.resolve("debug").resolve("lib" + crate + ".so"),
				BUILD.resolve("lib" + name + ".next"), StandardCopyOption.REPLACE_EXISTING);
		return Files.move(next, copy, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
	}

	private void fetch() {
		Command.Result result = cargo("fetch", List.of());
		Assumptions.assumeTrue(result.exitCode() == 0, () -> "LEFT OUT: the modules of " + this.scenario
				+ " are not tested, because cargo can not fetch their dependencies: " + result.output());
	}

	private Command.Result cargo(String command, List<String> arguments) {
		Path manifest = Path.of("native", this.scenario, "Cargo.toml").toAbsolutePath();
		List<String> line = new ArrayList<>(
				List.of("cargo", command, "--quiet", "--manifest-path", manifest.toString()));
		line.addAll(arguments);
		return new Command(Path.of("").toAbsolutePath(), line).environment("CARGO_TARGET_DIR", BUILD.toString()).run();
	}

}
