// SPDX-License-Identifier: Apache-2.0
package dev.relib.module.kind;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import dev.relib.ImportBinding;
import dev.relib.contract.Contract;
import dev.relib.contract.ContractInterface;
import dev.relib.contract.ContractSyntaxException;
import dev.relib.contract.Direction;
import dev.relib.contract.FunctionSignature;
import dev.relib.contract.JavaFunction;
import dev.relib.contract.Scalar;
import dev.relib.contract.Trait;
import dev.relib.failure.AbortingPanicsException;
import dev.relib.failure.IncompatibleKitException;
import dev.relib.failure.NoModuleKitException;
import dev.relib.failure.ReturnMismatchException;
import dev.relib.failure.UnreadableContractException;
import dev.relib.image.KitDescriptor;
import dev.relib.image.LibraryImage;
import dev.relib.marshal.ExportCall;
import dev.relib.marshal.ImportStub;
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
 * A library that was built with the module kit and embeds its contract.
 */
final class KitLibrary implements LibraryKind {

	private static final String ADD_MAIN = "Add RELIB_MAIN { … } to it, in Rust main { … } to relib_spring_module::module!.";

	private static final long ABI_VERSION = 1;

	/** The bytes of a descriptor of {@link #ABI_VERSION}; later kits may append more. */
	private static final long MINIMAL_DESCRIPTOR = 48;

	private final ModuleSource source;

	private final ModuleOptions options;

	private final RelibSymbols symbols;

	private final KitDescriptor descriptor;

	private final Contract contract;

	private final ListedFunctions listed;

	KitLibrary(ModuleSource source, LibraryImage image, ModuleOptions options) {
		this.source = source;
		this.options = options;
		this.symbols = new RelibSymbols(source, image);
		this.descriptor = requireKit(source, image);
		try {
			this.contract = Contract.parse(this.descriptor.contract());
		}
		catch (ContractSyntaxException ex) {
			throw new UnreadableContractException(source, ex);
		}
		this.listed = new ListedFunctions(source, image, this.contract,
				Optional.ofNullable(this.descriptor.buildInfo().get("language")));
		this.listed.require();
	}

	private static KitDescriptor requireKit(ModuleSource source, LibraryImage image) {
		KitDescriptor kit = image.kit().orElseThrow(() -> noKit(source, image));
		if (kit.abiVersion() != ABI_VERSION) {
			throw new IncompatibleKitException(source, "the module kit in it has ABI version " + kit.abiVersion()
					+ ", this host speaks version " + ABI_VERSION);
		}
		if (kit.structSize() < MINIMAL_DESCRIPTOR) {
			throw new IncompatibleKitException(source, "its descriptor has " + kit.structSize()
					+ " bytes, this host needs at least " + MINIMAL_DESCRIPTOR);
		}
		if (kit.hasAbortingPanics()) {
			throw new AbortingPanicsException(source);
		}
		return kit;
	}

	private static NoModuleKitException noKit(ModuleSource source, LibraryImage image) {
		return Stream.concat(image.relibFunctions().stream(), image.relibSlots().stream())
			.findFirst()
			.map((name) -> NoModuleKitException.undeclared(source, "__relib__" + name))
			.orElseGet(() -> new NoModuleKitException(source));
	}

	@Override
	public ModuleKind kind() {
		return ModuleKind.KIT;
	}

	@Override
	public Map<String, String> buildInfo() {
		return this.descriptor.buildInfo();
	}

	@Override
	public List<String> functions(Direction direction) {
		return this.contract.functions(direction);
	}

	@Override
	public Threading threading() {
		return Threading.CALLER;
	}

	@Override
	public boolean exports(Class<?> type) {
		return this.contract.trait(Direction.EXPORTS, type.getSimpleName()).isPresent();
	}

	@Override
	public void requireExports(ContractInterface host) {
		this.listed.requireExports(host.trait());
		new ContractCheck(this.source, this.contract).requireExports(host);
		this.symbols.requireFunctions(host.trait());
		CriticalCheck.require(this.source, host,
				this.contract.traits(Direction.IMPORTS)
					.stream()
					.flatMap((trait) -> trait.functions().stream())
					.map(FunctionSignature::qualifiedName)
					.toList());
	}

	@Override
	public Map<FunctionSignature, ImportStub> imports(ImportStubs stubs) {
		this.symbols.requireLifecycle(this.options, ADD_MAIN);
		ContractCheck check = new ContractCheck(this.source, this.contract);
		Map<FunctionSignature, ImportStub> resolved = new LinkedHashMap<>();
		for (Trait trait : this.contract.traits(Direction.IMPORTS)) {
			ImportBinding binding = stubs.require(this.source, trait.name());
			for (FunctionSignature function : trait.functions()) {
				check.requireImport(function, ContractInterface.of(binding.type()));
				resolved.put(function, stubs.stub(ImportStubs.offer(binding, function.name()), false));
			}
		}
		resolved.keySet().forEach(this.symbols::requireSlots);
		return resolved;
	}

	@Override
	public long open(Path library) {
		return NativeAccess.current().loader().open(library);
	}

	@Override
	public boolean continuesAfterFailedImport() {
		return false;
	}

	@Override
	public ModuleRuntime openRuntime(RuntimeLibrary runtimes, Path copy, ModuleOptions options) {
		return runtimes.open(this.source, copy, options.leakSiteInterval());
	}

	@Override
	public ExportCall export(OpenLibrary library, JavaFunction function) {
		return library.export(this.source, function);
	}

	@Override
	public Optional<ExportCall> lifecycle(OpenLibrary library, LifecycleFunction function) {
		return library.lifecycle(function);
	}

	@Override
	public ExportCall main(OpenLibrary library, JavaFunction function) {
		this.symbols.requireMain(ADD_MAIN);
		if (function.signature().returns() != Scalar.UNIT) {
			throw new ReturnMismatchException(this.source, function.signature().qualifiedName(),
					function.signature().text(), "returns nothing",
					"Call it as callMain(void.class), and have an export return the value.");
		}
		return library.lifecycle(LifecycleFunction.MAIN).orElseThrow();
	}

}
