package dev.relib;

import java.nio.file.Path;

import dev.relib.module.UnloadOptions;

/**
 * Describes a registry. Not to be shared between threads.
 */
public interface ModuleRegistryBuilder {

	/**
	 * Where the private directory for copies of libraries is created.
	 * @param parent an existing directory, not mounted noexec; by default the system's
	 * temporary directory
	 * @return this
	 */
	ModuleRegistryBuilder directory(Path parent);

	/**
	 * What modules may import.
	 * @param source where the implementations come from; by default there are none
	 * @return this
	 */
	ModuleRegistryBuilder imports(ImportSource source);

	/**
	 * What modules may import.
	 * @param bindings one for each trait
	 * @return this
	 */
	ModuleRegistryBuilder imports(ImportBinding... bindings);

	/**
	 * How long unloads wait.
	 * @param options the timeouts; by default {@link UnloadOptions#DEFAULT}
	 * @return this
	 */
	ModuleRegistryBuilder unloadOptions(UnloadOptions options);

	/**
	 * Who is told what happens.
	 * @param listener called in the order of the additions
	 * @return this
	 */
	ModuleRegistryBuilder listener(ModuleListener listener);

	/**
	 * Builds the registry.
	 * @return an empty registry, to be closed by the caller
	 * @throws dev.relib.failure.RuntimeUnavailableException if modules can not be loaded
	 * on this platform
	 */
	ModuleRegistry build();

}
