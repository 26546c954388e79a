// SPDX-License-Identifier: Apache-2.0
package dev.relib.module.kind;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import dev.relib.contract.ContractInterface;
import dev.relib.contract.Direction;
import dev.relib.contract.FunctionSignature;
import dev.relib.contract.JavaFunction;
import dev.relib.marshal.ExportCall;
import dev.relib.marshal.ImportStub;
import dev.relib.module.ModuleKind;
import dev.relib.module.ModuleOptions;
import dev.relib.module.Threading;
import dev.relib.module.call.ImportStubs;
import dev.relib.module.call.LifecycleFunction;
import dev.relib.runtime.ModuleRuntime;
import dev.relib.runtime.RuntimeLibrary;

/**
 * A library file of one kind: its checks, its opening and its calls. Its
 * {@link ModuleRuntime} has the particulars of its unload.
 */
public interface LibraryKind {

	/**
	 * Returns the kind of the library.
	 * @return a kind, never {@link ModuleKind#AUTO}
	 */
	ModuleKind kind();

	/**
	 * Returns the library's own description of its build.
	 * @return keys and values, for example {@code compiler} and {@code version}
	 */
	Map<String, String> buildInfo();

	/**
	 * Lists the library's exports or imports.
	 * @param direction which of them
	 * @return a line for each function, with its types if the library declares them
	 */
	List<String> functions(Direction direction);

	/**
	 * Returns the threading of the kind, which options may override.
	 * @return the threading
	 */
	Threading threading();

	/**
	 * Tells whether the library is meant to implement an interface.
	 * @param type an export interface
	 * @return {@code true} also if it lacks some of the functions
	 */
	boolean exports(Class<?> type);

	/**
	 * Checks that all functions of an export interface can be called.
	 * @param host the interface
	 * @throws dev.relib.failure.ModuleLoadException naming the first function that cannot
	 * be called
	 */
	void requireExports(ContractInterface host);

	/**
	 * Resolves the library's imports.
	 * @param stubs creates the stubs
	 * @return a stub for each imported function
	 * @throws dev.relib.failure.ModuleLoadException if the host does not implement one of
	 * them, or the library has no slot for it
	 */
	Map<FunctionSignature, ImportStub> imports(ImportStubs stubs);

	/**
	 * Opens the library on the calling thread, which runs its constructors.
	 * @param library the file
	 * @return the loader's handle
	 * @throws dev.relib.os.LoaderException if the loader refuses the file
	 */
	long open(Path library);

	/**
	 * Tells whether the kind's runtime runs the library's constructors, which the loader
	 * does not run.
	 * @return {@code false} if they run as soon as the library is open
	 */
	default boolean constructsItself() {
		return false;
	}

	/**
	 * Tells whether the module continues with a default value after a failed import, so
	 * that the export throws the exception when it returns.
	 * @return {@code false} if the module is told of the failure
	 */
	boolean continuesAfterFailedImport();

	/**
	 * Opens the runtime of a generation.
	 * @param runtimes creates the runtime
	 * @param copy the file that is opened
	 * @param options the options of the module
	 * @return the runtime, to be closed after the library is unmapped
	 */
	ModuleRuntime openRuntime(RuntimeLibrary runtimes, Path copy, ModuleOptions options);

	/**
	 * Binds an export of the opened library.
	 * @param library the library
	 * @param function the function
	 * @return the callable function
	 */
	ExportCall export(OpenLibrary library, JavaFunction function);

	/**
	 * Binds the main function of the opened library.
	 * @param library the library
	 * @param function the function with its result, without parameters
	 * @return the callable function
	 * @throws dev.relib.failure.ModuleLoadException if the library has no main function,
	 * or one with another result
	 */
	ExportCall main(OpenLibrary library, JavaFunction function);

	/**
	 * Binds a function that the host itself calls.
	 * @param library the library
	 * @param function the function
	 * @return the callable function; empty if the library has none
	 */
	Optional<ExportCall> lifecycle(OpenLibrary library, LifecycleFunction function);

}
