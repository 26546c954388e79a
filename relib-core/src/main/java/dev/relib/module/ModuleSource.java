// SPDX-License-Identifier: Apache-2.0
package dev.relib.module;

import java.io.Serializable;
import java.nio.file.Path;

/**
 * A module's name and the library that it is loaded from. Immutable and serializable, as
 * a part of exceptions.
 *
 * @param module the module's name
 * @param location the library's path as text
 */
public record ModuleSource(String module, String location) implements Serializable {

	/**
	 * Combines a module's name and its library.
	 * @param module the module's name
	 * @param path the library's path
	 * @return both
	 */
	public static ModuleSource of(String module, Path path) {
		return new ModuleSource(module, path.toString());
	}

	/**
	 * Returns the library's path.
	 * @return the path
	 */
	public Path path() {
		return Path.of(this.location);
	}

}
