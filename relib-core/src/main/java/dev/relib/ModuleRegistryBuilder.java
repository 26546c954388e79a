// SPDX-License-Identifier: Apache-2.0
package dev.relib;

import java.nio.file.Path;

import dev.relib.module.CallTiming;
import dev.relib.module.LinkerOption;
import dev.relib.module.UnloadOptions;

/**
 * Configures and builds a {@link ModuleRegistry}. Not thread-safe.
 */
public interface ModuleRegistryBuilder {

	/** The default of {@link #maxRetired}. */
	int DEFAULT_MAX_RETIRED = 4;

	/**
	 * Sets the directory in which the registry creates its private directory (mode 0700)
	 * for copies of libraries.
	 * @param parent an existing directory on a file system that is not mounted noexec; by
	 * default the system's temporary directory
	 * @return this builder
	 */
	ModuleRegistryBuilder directory(Path parent);

	/**
	 * Sets the source of the implementations that modules import, in place of an earlier
	 * one.
	 * @param source the source; by default it is empty
	 * @return this builder
	 */
	ModuleRegistryBuilder imports(ImportSource source);

	/**
	 * Sets the implementations that modules import, in place of earlier ones.
	 * @param bindings one binding for each trait
	 * @return this builder
	 */
	ModuleRegistryBuilder imports(ImportBinding... bindings);

	/**
	 * Sets the timeouts of unloads and the cleanup after them.
	 * @param options the options; by default {@link UnloadOptions#DEFAULT}
	 * @return this builder
	 */
	ModuleRegistryBuilder unloadOptions(UnloadOptions options);

	/**
	 * Limits the generations of a module that are still loaded after reloads because
	 * their unload is refused, as that of a generation whose threads never end. A further
	 * reload is refused.
	 * @param generations how many may be left, at least 1; by default
	 * {@value #DEFAULT_MAX_RETIRED}
	 * @return this builder
	 */
	ModuleRegistryBuilder maxRetired(int generations);

	/**
	 * Sets the way to call native code.
	 * @param option the way; by default what the system property {@code relib.linker}
	 * says, or {@link LinkerOption#AUTO}
	 * @return this builder
	 */
	ModuleRegistryBuilder linker(LinkerOption option);

	/**
	 * Sets which calls of exports are timed, for {@link NativeModule#calls}.
	 * @param timing which calls; by default {@link CallTiming#OFF}
	 * @return this builder
	 */
	ModuleRegistryBuilder timing(CallTiming timing);

	/**
	 * Adds a listener to the events of all modules.
	 * @param listener the listener; listeners are called in the order in which they were
	 * added
	 * @return this builder
	 */
	ModuleRegistryBuilder listener(ModuleListener listener);

	/**
	 * Builds the registry and loads relib's native runtime into the process.
	 * @return an empty registry, to be closed by the caller
	 * @throws dev.relib.failure.RuntimeUnavailableException if relib has no native
	 * runtime for this platform, or this JVM forbids native access
	 * @throws dev.relib.failure.LinkerUnavailableException if the way to call native code
	 * that was asked for does not work on this JVM
	 * @throws dev.relib.failure.DirectoryUnavailableException if the private directory
	 * cannot be created
	 */
	ModuleRegistry build();

}
