package dev.relib.module;

import java.io.Serializable;
import java.nio.file.Path;

/**
 * A module's name and the library that it is loaded from.
 *
 * @param module the name
 * @param location the library's path as text
 */
public record ModuleSource(String module, String location) implements Serializable {

	/**
	 * Names a module and its library.
	 * @param module the name
	 * @param path the library's path
	 * @return both
	 */
	public static ModuleSource of(String module, Path path) {
		return new ModuleSource(module, path.toString());
	}

	/**
	 * The library.
	 * @return its path
	 */
	public Path path() {
		return Path.of(this.location);
	}

}
