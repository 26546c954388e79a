package dev.relib;

import dev.relib.failure.ModuleAlreadyLoadedException;
import dev.relib.module.ModuleState;
import dev.relib.module.ReloadReport;
import dev.relib.module.UnloadReport;

/**
 * A module by its name, whatever version of it is loaded. Usable by any thread.
 */
public interface NativeModule {

	/**
	 * The name in the registry.
	 * @return the name
	 */
	String name();

	/**
	 * Where the module is in its life.
	 * @return its state now
	 */
	ModuleState state();

	/**
	 * Everything there is to know of the module.
	 * @return a snapshot
	 */
	ModuleInfo info();

	/**
	 * The module's functions as Java object. It stays valid for the registry's life:
	 * after a reload it calls the new version, after an unload it throws.
	 * @param <T> the interface
	 * @param type an interface with {@link dev.relib.RelibExports}
	 * @return the same object for the same interface
	 * @throws dev.relib.failure.InvalidContractException if the interface can not be
	 * called
	 * @throws dev.relib.failure.ModuleLoadException if the loaded version does not export
	 * it
	 * @throws dev.relib.failure.ModuleClosedException if no version is loaded to tell
	 */
	<T> T exports(Class<T> type);

	/**
	 * Loads the module. Blocks until it is loaded.
	 * @throws ModuleAlreadyLoadedException if it is loaded
	 * @throws dev.relib.failure.ModuleLoadException if its library can not be loaded
	 */
	void load();

	/**
	 * Loads the library again, from its path as it is now, moves all callers onto the new
	 * version and unloads the old one. No call waits or fails. Blocks until the old
	 * version is unloaded or has been found not to be ready for it.
	 * @return what became of the old version, which does not decide about the new one
	 * @throws dev.relib.failure.ModuleLoadException if the new version can not be loaded:
	 * the old one keeps serving
	 * @throws dev.relib.failure.UnloadRefusedException if a version is loaded and
	 * unloading is switched off
	 */
	ReloadReport reload();

	/**
	 * Unloads the module. Blocks for as long as the unload's timeouts say.
	 * @return what was done and found
	 * @throws dev.relib.failure.UnloadRefusedException if it can not be unloaded now: it
	 * goes on as before
	 */
	UnloadReport unload();

}
