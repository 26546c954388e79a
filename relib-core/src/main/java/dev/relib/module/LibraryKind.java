package dev.relib.module;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import dev.relib.contract.ContractInterface;
import dev.relib.contract.Direction;
import dev.relib.contract.FunctionSignature;
import dev.relib.contract.JavaFunction;
import dev.relib.link.ExportCall;
import dev.relib.link.ImportStub;
import dev.relib.runtime.ModuleRuntime;
import dev.relib.runtime.RuntimeLibrary;

/**
 * A library file of one kind: what it says of itself, what is required of it, and how it
 * is opened and called. What is particular about its end is its runtime's.
 */
interface LibraryKind {

	ModuleKind kind();

	/** What the library says of how it was built. */
	Map<String, String> buildInfo();

	/** Its functions, or those of the host that it calls, as it shows them. */
	List<String> functions(Direction direction);

	/** Where its calls run unless the options say otherwise. */
	Threading threading();

	/** Whether it is meant to implement an export interface, be it in part only. */
	boolean exports(Class<?> type);

	/**
	 * Refuses the library unless all functions of an export interface can be called.
	 */
	void requireExports(ContractInterface host);

	/**
	 * The stubs for all that it imports; refuses it if one is missing or has no slot.
	 */
	Map<FunctionSignature, ImportStub> imports(ImportStubs stubs);

	/** Opens it on the calling thread. */
	long open(Path library);

	/**
	 * Whether it does not learn that an import failed: what was thrown waits for the
	 * export to return.
	 */
	boolean goesOnAfterFailedImport();

	ModuleRuntime openRuntime(RuntimeLibrary runtimes, Path copy, ModuleOptions options);

	/** A function of the opened library. */
	ExportCall export(OpenLibrary library, JavaFunction function);

	/** A function that the host itself calls, if the library has it. */
	Optional<ExportCall> lifecycle(OpenLibrary library, Lifecycle function);

}
