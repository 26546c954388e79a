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
import dev.relib.failure.InvalidContractException;
import dev.relib.failure.MissingExportException;
import dev.relib.image.LibraryImage;
import dev.relib.marshal.ExportCall;
import dev.relib.marshal.ImportStub;
import dev.relib.module.Hazard;
import dev.relib.module.LibrarySymbol;
import dev.relib.module.ModuleKind;
import dev.relib.module.ModuleOptions;
import dev.relib.module.ModuleSource;
import dev.relib.module.Threading;
import dev.relib.module.call.ImportStubs;
import dev.relib.module.call.LifecycleFunction;
import dev.relib.os.NativeAccess;
import dev.relib.runtime.ModuleRuntime;
import dev.relib.runtime.RuntimeLibrary;

/**
 * A library without a toolkit. Its functions are found by name, and nothing verifies
 * their types.
 */
final class PlainLibrary implements LibraryKind {

	private final ModuleSource source;

	private final LibraryImage image;

	PlainLibrary(ModuleSource source, LibraryImage image, ModuleOptions options) {
		if (options.main()) {
			throw noMain(source, "leave the module's main out");
		}
		this.source = source;
		this.image = image;
	}

	private static MissingExportException noMain(ModuleSource source, String fix) {
		FunctionSignature main = LifecycleFunction.MAIN.signature();
		return MissingExportException.main(source, main.qualifiedName(), main.name(),
				"A plain library has no main function that the host could call: " + fix + ".");
	}

	@Override
	public ModuleKind kind() {
		return ModuleKind.PLAIN;
	}

	@Override
	public Map<String, String> buildInfo() {
		return Map.of();
	}

	@Override
	public List<String> functions(Direction direction) {
		if (direction == Direction.IMPORTS) {
			return List.of();
		}
		return this.image.symbolTable()
			.offered()
			.stream()
			.filter((symbol) -> symbol.type() == LibrarySymbol.Type.FUNCTION)
			.map(LibrarySymbol::name)
			.distinct()
			.sorted()
			.toList();
	}

	@Override
	public Threading threading() {
		return Threading.CALLER;
	}

	/**
	 * Requires all functions, because a single name may match by chance. An invalid
	 * interface is reported where it is injected.
	 */
	@Override
	public boolean exports(Class<?> type) {
		try {
			List<FunctionSignature> functions = ContractInterface.ofPlain(type).trait().functions();
			return !functions.isEmpty() && functions.stream()
				.allMatch((function) -> VersionedSymbol.of(function.name()).isFunctionOf(this.image));
		}
		catch (InvalidContractException ex) {
			return false;
		}
	}

	@Override
	public void requireExports(ContractInterface host) {
		for (JavaFunction function : host.functions()) {
			ExportCall.requirePlain(function);
			if (!VersionedSymbol.of(function.signature().name()).isFunctionOf(this.image)) {
				throw missing(this.source, function.signature());
			}
		}
	}

	static MissingExportException missing(ModuleSource source, FunctionSignature function) {
		return MissingExportException.main(source, function.qualifiedName(), function.name(),
				"Name the symbol that the method calls with @RelibName, or use a version of the library that has it.");
	}

	@Override
	public Map<FunctionSignature, ImportStub> imports(ImportStubs stubs) {
		return Map.of();
	}

	@Override
	public long open(Path library) {
		return NativeAccess.current().loader().open(library);
	}

	@Override
	public boolean continuesAfterFailedImport() {
		return false;
	}

	private boolean hasGoRuntime() {
		return this.image.hazards().stream().anyMatch((hazard) -> hazard.type() == Hazard.Type.GO_RUNTIME);
	}

	/** Leaves a library with Go's runtime to itself: its threads never end. */
	@Override
	public boolean constructsItself() {
		return !hasGoRuntime();
	}

	@Override
	public ModuleRuntime openRuntime(RuntimeLibrary runtimes, Path copy, ModuleOptions options) {
		return hasGoRuntime() ? ModuleRuntime.NONE : runtimes.openPlain(this.source, copy, options.leakSiteInterval());
	}

	@Override
	public ExportCall export(OpenLibrary library, JavaFunction function) {
		return library.plainFunction(this.source, function);
	}

	@Override
	public Optional<ExportCall> lifecycle(OpenLibrary library, LifecycleFunction function) {
		return Optional.empty();
	}

	@Override
	public ExportCall main(OpenLibrary library, JavaFunction function) {
		throw noMain(this.source, "declare the function in an interface");
	}

}
