// SPDX-License-Identifier: Apache-2.0
package dev.relib.test.upstream;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

import dev.relib.test.CargoWorkspace;

/**
 * Builds the library of the crate in {@code native/upstream}.
 */
final class UpstreamCrate {

	private static final CargoWorkspace WORKSPACE = new CargoWorkspace("upstream");

	private static final CargoWorkspace NEWEST = new CargoWorkspace("upstreamexamples");

	private UpstreamCrate() {
	}

	/** Builds the library with features of the crate, for example {@code unloading}. */
	static Path library(String features) {
		return WORKSPACE.library("upstream", features);
	}

	/** Builds the same crate with the newest of upstream's crates. */
	static Path newest(String features) {
		return NEWEST.library("newest", features);
	}

	/** Copies the library to a path, and replaces the file there. */
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

}
