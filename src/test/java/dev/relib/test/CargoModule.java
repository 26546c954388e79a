// SPDX-License-Identifier: Apache-2.0
package dev.relib.test;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/**
 * Finds the Rust modules, which the Maven build compiles if cargo is installed.
 */
public final class CargoModule {

	private CargoModule() {
	}

	/**
	 * Finds a module, or leaves the test out where cargo is not installed.
	 * @param name the crate's name
	 * @return the library
	 */
	public static Path library(String name) {
		return library("release", name);
	}

	/**
	 * Finds a module, or leaves the test out where cargo is not installed.
	 * @param profile the profile that it was built with
	 * @param name the crate's name
	 * @return the library
	 */
	public static Path library(String profile, String name) {
		assumeTrue(isInstalled(), "cargo is not installed: the Rust parts are left out");
		Path library = Path.of("target", "cargo", profile, "lib" + name + ".so").toAbsolutePath();
		assertThat(library).as("built by mvn verify").exists();
		return library;
	}

	private static boolean isInstalled() {
		return Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
			.anyMatch((directory) -> Files.isExecutable(Path.of(directory, "cargo")));
	}

}
