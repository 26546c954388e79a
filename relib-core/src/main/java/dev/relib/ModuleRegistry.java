// SPDX-License-Identifier: Apache-2.0
package dev.relib;

import java.util.List;

import dev.relib.failure.DuplicateModuleException;
import dev.relib.failure.UnknownModuleException;
import dev.relib.module.LinkerInfo;

/**
 * The native modules of an application, by name. Thread-safe.
 */
public interface ModuleRegistry extends AutoCloseable {

	/**
	 * Creates a builder with the defaults.
	 * @return a new builder
	 * @throws IllegalStateException if relib-core is not on the class path as a whole
	 */
	static ModuleRegistryBuilder builder() {
		return Services.load(ModuleRegistryBuilder.class);
	}

	/**
	 * Adds a module and loads it. Blocks until it serves calls.
	 * @param definition its name, library, options and policy
	 * @return the module's handle
	 * @throws DuplicateModuleException if the registry has a module of this name
	 * @throws dev.relib.failure.ModuleLoadException if the library cannot be loaded; the
	 * module is removed again
	 * @throws dev.relib.failure.ModuleClosedException if the registry is closed
	 */
	NativeModule add(ModuleDefinition definition);

	/**
	 * Returns the module of a name.
	 * @param name the module's name
	 * @return the module's handle
	 * @throws UnknownModuleException if the registry has no such module; its message
	 * lists the names
	 */
	NativeModule get(String name);

	/**
	 * Lists all modules.
	 * @return a snapshot, in the order in which the modules were added
	 */
	List<NativeModule> modules();

	/**
	 * Tells how native code is called.
	 * @return the way that was chosen, and why no faster one
	 */
	LinkerInfo linker();

	/**
	 * Unloads all modules, the last added first, and deletes the private directory. A
	 * library that cannot be unloaded stays mapped until the process ends, which is
	 * logged.
	 */
	@Override
	void close();

}
