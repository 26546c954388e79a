// SPDX-License-Identifier: Apache-2.0
package dev.relib;

import java.nio.file.Path;

import dev.relib.module.ModuleOptions;
import dev.relib.module.ModuleSource;

/**
 * The name, library, options and policy of a module. Immutable.
 *
 * @param name the name, unique in its registry
 * @param path the library's path; each load reads the file that it names then
 * @param location where the user has said that the library is, for messages
 * @param options how the module is built and called
 * @param policy the conditions that the library must satisfy
 */
public record ModuleDefinition(String name, Path path, String location, ModuleOptions options, LibraryPolicy policy) {

	/**
	 * Defines a module whose library is where the user has said.
	 * @param name the name, unique in its registry
	 * @param path the library's path
	 * @param options how the module is built and called
	 * @param policy the conditions that the library must satisfy
	 */
	public ModuleDefinition(String name, Path path, ModuleOptions options, LibraryPolicy policy) {
		this(name, path, path.toString(), options, policy);
	}

	/**
	 * Defines a module with {@link LibraryPolicy#DEFAULT}.
	 * @param name the name, unique in its registry
	 * @param path the library's path
	 * @param options how the module is built and called
	 */
	public ModuleDefinition(String name, Path path, ModuleOptions options) {
		this(name, path, options, LibraryPolicy.DEFAULT);
	}

	/**
	 * Defines a module with {@link ModuleOptions#DEFAULT} and
	 * {@link LibraryPolicy#DEFAULT}.
	 * @param name the name, unique in its registry
	 * @param path the library's path
	 */
	public ModuleDefinition(String name, Path path) {
		this(name, path, ModuleOptions.DEFAULT);
	}

	/**
	 * Returns the module's name and path for the messages of exceptions.
	 * @return name and path
	 */
	public ModuleSource source() {
		return new ModuleSource(this.name, this.location, this.path.toString());
	}

}
