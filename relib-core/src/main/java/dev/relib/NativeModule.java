// SPDX-License-Identifier: Apache-2.0
package dev.relib;

import dev.relib.failure.ModuleAlreadyLoadedException;
import dev.relib.module.ModuleState;
import dev.relib.module.ReloadReport;
import dev.relib.module.UnloadReport;

/**
 * The handle of a module in a registry. It is valid for the registry's life and across
 * the module's generations. Thread-safe.
 */
public interface NativeModule {

	/**
	 * Returns the module's name in its registry.
	 * @return the name
	 */
	String name();

	/**
	 * Returns the module's current state.
	 * @return the state, which another thread may change at any time
	 */
	ModuleState state();

	/**
	 * Describes the module, its generations and its history. Takes no lock that an
	 * operation holds.
	 * @return a snapshot
	 */
	ModuleInfo info();

	/**
	 * Returns an implementation of an export interface that calls the module. It is
	 * thread-safe and valid for the registry's life: after a reload it calls the new
	 * generation.
	 * <p>
	 * Its methods throw a {@link dev.relib.failure.ModuleClosedException} while the
	 * module is unloaded, a {@link dev.relib.failure.ModulePanicException} if the module
	 * panics, a {@link dev.relib.failure.InvalidValueException} for a value that cannot
	 * be converted, and the exception of an import that failed during the call.
	 * @param <T> the interface
	 * @param type an interface marked with {@link dev.relib.RelibExports}
	 * @return the same object for the same interface
	 * @throws dev.relib.failure.InvalidContractException if the interface breaks a rule
	 * of contracts
	 * @throws dev.relib.failure.ModuleLoadException if the serving generation lacks a
	 * function of the interface or declares it with other types
	 * @throws dev.relib.failure.ModuleClosedException if the module is not loaded
	 */
	<T> T exports(Class<T> type);

	/**
	 * Loads the module's library. Blocks until the module serves calls.
	 * @throws ModuleAlreadyLoadedException if the module is loaded, or another module has
	 * loaded the same library
	 * @throws dev.relib.failure.ModuleLoadException if the library cannot be loaded
	 * @throws dev.relib.failure.ModuleBusyException if the calling thread is inside a
	 * call of the module while another operation runs
	 * @throws dev.relib.failure.ModuleClosedException if the registry is closed
	 */
	void load();

	/**
	 * Loads the library anew from the module's path, moves all callers to the new
	 * generation and unloads the previous one. Calls continue meanwhile. Blocks until the
	 * previous generation is unloaded or its unload is refused; from inside a call of the
	 * module, another thread unloads it after that call.
	 * @return the new generation's id, and the report of the previous one's unload
	 * @throws dev.relib.failure.ModuleLoadException if the new generation cannot be
	 * loaded; the previous one continues to serve
	 * @throws dev.relib.failure.UnloadingOffException if a generation serves and
	 * unloading is switched off
	 * @throws dev.relib.failure.ModuleBusyException if the calling thread is inside a
	 * call of the module while another operation runs
	 * @throws dev.relib.failure.ModuleClosedException if the registry is closed
	 */
	ReloadReport reload();

	/**
	 * Unloads the module. Blocks for at most the timeouts of the registry's
	 * {@link dev.relib.module.UnloadOptions}, plus the time that other operations of the
	 * module take.
	 * @return the outcome: {@link dev.relib.module.UnloadReport.Outcome#UNLOADED} alone
	 * means that the library is gone. After a refusal the module serves as before
	 */
	UnloadReport unload();

}
