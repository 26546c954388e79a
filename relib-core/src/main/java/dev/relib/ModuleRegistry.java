package dev.relib;

import java.util.List;

import dev.relib.failure.DuplicateModuleException;
import dev.relib.failure.UnknownModuleException;

/**
 * The modules of an application. Usable by any thread.
 */
public interface ModuleRegistry extends AutoCloseable {

	/**
	 * Starts to describe a registry.
	 * @return a builder with the defaults
	 */
	static ModuleRegistryBuilder builder() {
		return Services.load(ModuleRegistryBuilder.class);
	}

	/**
	 * Adds a module and loads it.
	 * @param definition its name and library
	 * @return the module
	 * @throws DuplicateModuleException if the name is taken
	 * @throws dev.relib.failure.ModuleLoadException if it can not be loaded; the registry
	 * does not know it then
	 */
	NativeModule add(ModuleDefinition definition);

	/**
	 * Finds a module.
	 * @param name its name
	 * @return the module
	 * @throws UnknownModuleException if there is none, naming those that there are
	 */
	NativeModule get(String name);

	/**
	 * All modules.
	 * @return a snapshot, in the order they were added
	 */
	List<NativeModule> modules();

	/**
	 * Unloads all modules, the last added first. What can not be unloaded stays mapped
	 * and is logged.
	 */
	@Override
	void close();

}
