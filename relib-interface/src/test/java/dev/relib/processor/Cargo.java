// SPDX-License-Identifier: Apache-2.0
package dev.relib.processor;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

/**
 * Runs the Rust tools of this machine. A test that needs them is skipped on a machine
 * without them.
 */
public final class Cargo {

	public static final Path KIT = Path.of("..", "relib-module", "rust").toAbsolutePath().normalize();

	private static final Path TARGET = Path.of("target", "cargo").toAbsolutePath();

	private Cargo() {
	}

	/**
	 * Checks a crate, with all warnings as errors.
	 * @param crate the crate's folder
	 */
	public static void check(Path crate) {
		assumeInstalled();
		boolean clippy = isInstalled("cargo-clippy");
		Tools.run(crate, "cargo " + (clippy ? "clippy" : "rustc --lib --profile check")
				+ " --quiet --offline --target-dir " + TARGET + " -- -D warnings");
	}

	/**
	 * Checks a module in a folder with bindings.
	 * @param folder the folder
	 * @param edition the edition of Rust
	 * @param source the module's source
	 */
	public static void checkModule(Path folder, String edition, String source) {
		writeModule(folder, edition, source);
		check(folder);
	}

	/**
	 * Builds a module in a folder with bindings.
	 * @param folder the folder
	 * @param source the module's source
	 * @return the library of the module
	 */
	public static Path buildModule(Path folder, String source) {
		writeModule(folder, "2021", source);
		Tools.run(folder, build(folder));
		return folder.resolve(Path.of("target", "debug", "libchecked.so"));
	}

	/**
	 * Returns the command that builds a module.
	 * @param folder the module's folder
	 * @return the command
	 */
	public static String build(Path folder) {
		assumeInstalled();
		return "cargo build --quiet --offline --target-dir " + folder.resolve("target");
	}

	public static void writeModule(Path folder, String edition, String source) {
		Tools.write(folder, "Cargo.toml", """
				[package]
				name = "checked"
				version = "1.0.0"
				edition = "%s"

				[lib]
				path = "lib.rs"
				crate-type = ["cdylib"]

				[dependencies]
				relib-spring-module = { path = "%s" }
				""".formatted(edition, KIT));
		Tools.write(folder, "lib.rs", source);
	}

	private static void assumeInstalled() {
		assumeTrue(isInstalled("cargo"), "cargo is not installed: the tests of Rust are skipped");
	}

	private static boolean isInstalled(String name) {
		return Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
			.anyMatch((directory) -> Files.isExecutable(Path.of(directory, name)));
	}

}
