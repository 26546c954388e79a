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
 * A library file of one kind: what it says of itself, what is required of it, and how it
 * is opened and called. What is particular about its end is its runtime's.
 */
public interface LibraryKind {

	/**
	 * What the library was built with.
	 * @return a kind, never {@link ModuleKind#AUTO}
	 */
	ModuleKind kind();

	/**
	 * What the library says of how it was built.
	 * @return keys and values, for example {@code compiler} and {@code version}
	 */
	Map<String, String> buildInfo();

	/**
	 * Its functions, or those of the host that it calls.
	 * @param direction whose functions
	 * @return a line for each, with its types where the library names them
	 */
	List<String> functions(Direction direction);

	/**
	 * Where its calls run unless the options say otherwise.
	 * @return the threading
	 */
	Threading threading();

	/**
	 * Whether it is meant to implement an export interface.
	 * @param type the interface
	 * @return {@code true} also if it lacks some of the functions
	 */
	boolean exports(Class<?> type);

	/**
	 * Refuses the library unless all functions of an export interface can be called.
	 * @param host the interface
	 * @throws dev.relib.failure.ModuleLoadException naming the first function that can
	 * not
	 */
	void requireExports(ContractInterface host);

	/**
	 * The stubs for everything that it imports.
	 * @param stubs makes them
	 * @return a stub for each function
	 * @throws dev.relib.failure.ModuleLoadException if the host does not offer one of
	 * them, or the library has no slot for it
	 */
	Map<FunctionSignature, ImportStub> imports(ImportStubs stubs);

	/**
	 * Opens it on the calling thread, where its constructors run.
	 * @param library the file
	 * @return the loader's handle
	 * @throws dev.relib.os.LoaderException if the loader refuses it
	 */
	long open(Path library);

	/**
	 * Whether it does not learn that an import failed: what was thrown waits for the
	 * export to return.
	 * @return {@code true} if the module goes on with a default value
	 */
	boolean continuesAfterFailedImport();

	/**
	 * Opens the account of a generation.
	 * @param runtimes keeps the accounts
	 * @param copy the file that is opened
	 * @param options how the module is treated
	 * @return the account, to be closed after the library is unmapped
	 */
	ModuleRuntime openRuntime(RuntimeLibrary runtimes, Path copy, ModuleOptions options);

	/**
	 * A function of the opened library.
	 * @param library the library
	 * @param function the function
	 * @return the callable
	 */
	ExportCall export(OpenLibrary library, JavaFunction function);

	/**
	 * A function that the host itself calls.
	 * @param library the library
	 * @param function the function
	 * @return the callable, if the library has it
	 */
	Optional<ExportCall> lifecycle(OpenLibrary library, LifecycleFunction function);

}
