package dev.relib;

import java.nio.file.Path;

import dev.relib.module.ModuleOptions;
import dev.relib.module.ModuleSource;

/**
 * What a module is to be called, where its library is and how it is treated.
 *
 * @param name the name, unique in a registry
 * @param path the library's path, read anew at each load
 * @param options how it is treated
 * @param policy what the library must satisfy
 */
public record ModuleDefinition(String name, Path path, ModuleOptions options, LibraryPolicy policy) {

	/**
	 * Defines a module with the default policy.
	 * @param name the name, unique in a registry
	 * @param path the library's path, read anew at each load
	 * @param options how it is treated
	 */
	public ModuleDefinition(String name, Path path, ModuleOptions options) {
		this(name, path, options, LibraryPolicy.DEFAULT);
	}

	/**
	 * Defines a module with the default options and policy.
	 * @param name the name, unique in a registry
	 * @param path the library's path, read anew at each load
	 */
	public ModuleDefinition(String name, Path path) {
		this(name, path, ModuleOptions.DEFAULT);
	}

	/**
	 * The module and its library, for error messages.
	 * @return name and path
	 */
	public ModuleSource source() {
		return ModuleSource.of(this.name, this.path);
	}

}
