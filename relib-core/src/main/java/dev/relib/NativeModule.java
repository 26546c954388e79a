// SPDX-License-Identifier: Apache-2.0
package dev.relib;

import java.util.List;

import dev.relib.failure.ModuleAlreadyLoadedException;
import dev.relib.module.ExportCalls;
import dev.relib.module.ModuleState;
import dev.relib.module.ReloadReport;
import dev.relib.module.UnloadReport;
import org.jspecify.annotations.Nullable;

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
	 * Counts the calls of exports, in all generations of the module. Takes no lock that
	 * an operation or a call holds.
	 * @return one for each function of the interfaces that {@link #exports} was asked
	 * for, sorted by name; calls of {@link #callMain} are not counted
	 */
	List<ExportCalls> calls();

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
	 * @throws dev.relib.failure.LoaderBusyException if the loader of the system opens
	 * another library for as long as a load may take, and the interface is asked for for
	 * the first time
	 */
	<T> T exports(Class<T> type);

	/**
	 * Calls the module's main function, as an export is called. A module may have one to
	 * be called by the host whenever it likes, and return a value to it.
	 * @param <R> the type of the result
	 * @param type what the function returns, as a method of an export interface would
	 * declare it: a primitive type, a record for a structure, or {@code void.class} to
	 * ignore it. Modules of the kit return nothing; those of upstream's crates do not
	 * tell what they return, so that another type of the same kind is not noticed
	 * @return the result; {@code null} for {@code void.class}
	 * @throws dev.relib.failure.MissingExportException if the module has no main function
	 * @throws dev.relib.failure.ReturnMismatchException if it returns something else, as
	 * far as the module tells
	 * @throws dev.relib.failure.InvalidContractException if the type can not be returned
	 * @throws dev.relib.failure.ModulePanicException if it panics
	 * @throws dev.relib.failure.ModuleClosedException if the module is not loaded
	 */
	<R extends @Nullable Object> R callMain(Class<R> type);

	/**
	 * Finds a symbol of the module's library, to be used with its address. What the
	 * libraries offer that it needs is not the module's.
	 * @param name the symbol's name
	 * @return the symbol, valid for the registry's life and across generations
	 * @throws dev.relib.failure.UnknownSymbolException if the serving generation lacks it
	 * @throws dev.relib.failure.ModuleClosedException if the module is not loaded
	 */
	NativeSymbol symbol(String name);

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
