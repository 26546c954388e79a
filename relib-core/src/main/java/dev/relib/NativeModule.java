package dev.relib;

import dev.relib.failure.ModuleAlreadyLoadedException;
import dev.relib.module.ModuleState;
import dev.relib.module.ReloadReport;
import dev.relib.module.UnloadReport;

/**
 * A module by its name, whichever generation of it serves. Usable by any thread.
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
	 * after a reload it calls the new generation, after an unload it throws.
	 * @param <T> the interface
	 * @param type an interface with {@link dev.relib.RelibExports}
	 * @return the same object for the same interface
	 * @throws dev.relib.failure.InvalidContractException if the interface can not be
	 * called
	 * @throws dev.relib.failure.ModuleLoadException if the generation that serves does
	 * not export it
	 * @throws dev.relib.failure.ModuleClosedException if no generation serves
	 */
	<T> T exports(Class<T> type);

	/**
	 * Loads the module. Blocks until it is loaded.
	 * @throws ModuleAlreadyLoadedException if it is loaded
	 * @throws dev.relib.failure.ModuleLoadException if its library can not be loaded
	 * @throws dev.relib.failure.ModuleBusyException if the calling thread is inside a
	 * call of the module while another operation runs
	 * @throws dev.relib.failure.ModuleClosedException if the registry is closed
	 */
	void load();

	/**
	 * Loads the library again, from its path as it is now, moves all callers onto the new
	 * generation and unloads the old one. No call waits or fails. Blocks until the old
	 * generation is unloaded, or its unload was refused.
	 * @return the new generation, and the report of the old one's unload, which does not
	 * decide about the new one
	 * @throws dev.relib.failure.ModuleLoadException if the new generation can not be
	 * loaded: the old one keeps serving
	 * @throws dev.relib.failure.UnloadingOffException if a generation serves and
	 * unloading is switched off
	 * @throws dev.relib.failure.ModuleBusyException if the calling thread is inside a
	 * call of the module while another operation runs
	 * @throws dev.relib.failure.ModuleClosedException if the registry is closed
	 */
	ReloadReport reload();

	/**
	 * Unloads the module. Blocks for as long as the unload's timeouts say.
	 * @return how it ended: only with
	 * {@link dev.relib.module.UnloadReport.Outcome#UNLOADED} the library is gone. A
	 * refused module goes on as before
	 */
	UnloadReport unload();

}
