// SPDX-License-Identifier: Apache-2.0
package dev.relib.module;

import java.io.Serializable;
import java.nio.file.Path;

/**
 * A module's name and the library that it is loaded from. Immutable and serializable, as
 * a part of exceptions.
 *
 * @param module the module's name
 * @param location where the user has said that the library is: its path, or for example a
 * place in a jar
 * @param file the path, as text, of the library or of the copy that was made of it
 */
public record ModuleSource(String module, String location, String file) implements Serializable {

	/**
	 * Combines a module's name and the location of its library.
	 * @param module the module's name
	 * @param location the library's path as text
	 */
	public ModuleSource(String module, String location) {
		this(module, location, location);
	}

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
		return Path.of(this.file);
	}

}
