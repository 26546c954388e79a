package dev.relib.registry;

import java.nio.file.Path;

import dev.relib.ModuleSource;
import dev.relib.module.ModuleOptions;

/**
 * What a module is to be called, where its library is and how it is treated.
 *
 * @param name the name, unique in a registry
 * @param path the library's path, read anew at each load
 * @param options how it is treated
 */
public record ModuleDefinition(String name, Path path, ModuleOptions options) {

	/**
	 * Defines a module with the default options.
	 * @param name the name, unique in a registry
	 * @param path the library's path, read anew at each load
	 */
	public ModuleDefinition(String name, Path path) {
		this(name, path, ModuleOptions.DEFAULT);
	}

	ModuleSource source() {
		return ModuleSource.of(this.name, this.path);
	}

}
