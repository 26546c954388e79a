// SPDX-License-Identifier: Apache-2.0
package dev.relib.module.kind;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import dev.relib.contract.ContractInterface;
import dev.relib.contract.Direction;
import dev.relib.contract.FunctionSignature;
import dev.relib.contract.JavaFunction;
import dev.relib.contract.ListType;
import dev.relib.contract.NamedType;
import dev.relib.contract.Parameter;
import dev.relib.contract.RecordType;
import dev.relib.contract.Scalar;
import dev.relib.contract.ValueType;
import dev.relib.failure.InvalidContractException;
import dev.relib.image.LibraryImage;
import dev.relib.image.UpstreamInfo;
import dev.relib.marshal.ExportCall;
import dev.relib.marshal.ImportStub;
import dev.relib.module.FailedImport;
import dev.relib.module.ModuleKind;
import dev.relib.module.ModuleOptions;
import dev.relib.module.ModuleSource;
import dev.relib.module.Threading;
import dev.relib.module.call.ImportStubs;
import dev.relib.module.call.LifecycleFunction;
import dev.relib.os.DynamicLoader;
import dev.relib.os.NativeAccess;
import dev.relib.runtime.ModuleRuntime;
import dev.relib.runtime.RuntimeLibrary;

/**
 * A library that was built with upstream's crates. It has no contract: its symbols tell
 * the names of its functions and whether their returns are owned by the caller.
 */
final class UpstreamLibrary implements LibraryKind {

	private static final String ADD_MAIN = "Add a function main with #[relib_module::export] to it.";

	private final ModuleSource source;

	private final RelibSymbols symbols;

	private final UpstreamInfo info;

	private final List<String> needed;

	private final ModuleOptions options;

	UpstreamLibrary(ModuleSource source, LibraryImage image, ModuleOptions options) {
		this.source = source;
		this.symbols = new RelibSymbols(source, image);
		this.info = UpstreamBuild.require(source, image, options.unloading());
		this.needed = image.needed();
		this.options = options;
	}

	@Override
	public ModuleKind kind() {
		return ModuleKind.UPSTREAM;
	}

	@Override
	public Map<String, String> buildInfo() {
		return this.info.buildInfo();
	}

	@Override
	public List<String> functions(Direction direction) {
		return (direction == Direction.EXPORTS) ? this.symbols.functions() : this.symbols.slots();
	}

	/**
	 * Chooses the owner thread for libraries that can be unloaded: their runtime destroys
	 * thread-locals on the loading thread only, and one that remains on another thread
	 * keeps the library mapped.
	 */
	@Override
	public Threading threading() {
		return this.options.unloading() ? Threading.OWNER : Threading.CALLER;
	}

	@Override
	public boolean exports(Class<?> type) {
		return this.symbols.functions().stream().anyMatch((name) -> name.startsWith(type.getSimpleName() + "_"));
	}

	@Override
	public void requireExports(ContractInterface host) {
		host.trait().functions().forEach((function) -> requireTypes(function, Direction.EXPORTS));
		this.symbols.requireFunctions(host.trait());
		this.symbols.requireReturns(host.trait());
		CriticalCheck.require(this.source, host, this.symbols.slots());
	}

	/**
	 * Refuses what lies in memory differently in upstream's modules, and declared errors.
	 * A structure of C is the same on both sides: upstream takes it by value, and returns
	 * it in a box as the kit does.
	 */
	private static void requireTypes(FunctionSignature function, Direction direction) {
		boolean known = function.parameters()
			.stream()
			.map(Parameter::type)
			.allMatch((type) -> isShared(type) || (direction == Direction.EXPORTS && isStructure(type)))
				&& (isShared(function.returns()) || isStructure(function.returns()));
		if (!known || function.error().isPresent()) {
			throw new InvalidContractException(function.qualifiedName(),
					"has a record that holds more than primitives, or that an import takes, an enum, a list or a declared"
							+ " error, which modules built with upstream's crates do not share with their host; use"
							+ " primitives, String, byte[], arrays of numbers or records of primitives, or"
							+ " build the module with the kit");
		}
	}

	private static boolean isShared(ValueType type) {
		return !(type instanceof NamedType || type instanceof ListType);
	}

	private static boolean isStructure(ValueType type) {
		return type instanceof RecordType record && record.components()
			.stream()
			.map(RecordType.Component::type)
			.allMatch((component) -> component instanceof Scalar || isStructure(component));
	}

	@Override
	public Map<FunctionSignature, ImportStub> imports(ImportStubs stubs) {
		this.symbols.requireLifecycle(this.options, ADD_MAIN);
		Map<FunctionSignature, ImportStub> resolved = new LinkedHashMap<>();
		for (String slot : this.symbols.slots()) {
			ImportStubs.Offer offer = stubs.find(this.source, slot);
			requireTypes(offer.function(), Direction.IMPORTS);
			this.symbols.requireSlots(offer.function());
			resolved.put(offer.function(), stubs.stub(offer, continuesAfterFailedImport()));
		}
		resolved.keySet().forEach(this.symbols::requireReturn);
		return resolved;
	}

	/**
	 * Opens the library with its own symbols before the process's, which binds the hooks
	 * of its runtime. The libraries that it needs are opened beforehand and stay open: if
	 * they bound to these hooks, they would keep this generation mapped as long as
	 * another module needs them.
	 */
	@Override
	public long open(Path library) {
		DynamicLoader loader = NativeAccess.current().loader();
		this.needed.forEach(loader::keepOpen);
		return loader.openBeforeGlobal(library);
	}

	@Override
	public boolean continuesAfterFailedImport() {
		return this.options.failedImport() == FailedImport.DEFAULT_VALUE;
	}

	@Override
	public ModuleRuntime openRuntime(RuntimeLibrary runtimes, Path copy, ModuleOptions options) {
		return runtimes.openUpstream(this.source, copy, this.info.unloading());
	}

	@Override
	public ExportCall export(OpenLibrary library, JavaFunction function) {
		return library.exportByValue(this.source, function);
	}

	@Override
	public Optional<ExportCall> lifecycle(OpenLibrary library, LifecycleFunction function) {
		return library.lifecycle(function);
	}

	@Override
	public ExportCall main(OpenLibrary library, JavaFunction function) {
		this.symbols.requireMain(ADD_MAIN);
		if (function.signature().returns() == Scalar.UNIT) {
			return library.lifecycle(LifecycleFunction.MAIN).orElseThrow();
		}
		requireTypes(function.signature(), Direction.EXPORTS);
		this.symbols.requireMainReturn(function.signature());
		return library.main(function);
	}

}
