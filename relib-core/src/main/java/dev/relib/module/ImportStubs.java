package dev.relib.module;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.LinkedHashMap;
import java.util.Map;

import dev.relib.ModuleSource;
import dev.relib.contract.Contract;
import dev.relib.contract.Direction;
import dev.relib.contract.FunctionSignature;
import dev.relib.contract.Trait;
import dev.relib.link.ImportStub;
import dev.relib.link.ImportTarget;
import dev.relib.link.Linker;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The function pointers through which a module calls the host. One for each function,
 * shared by all versions of the module and kept for good: a version that stays mapped may
 * call it at any time.
 */
public final class ImportStubs {

	private static final Logger logger = LoggerFactory.getLogger(ImportStubs.class);

	private final String module;

	private final ImportSource imports;

	private final Linker linker;

	private final Gate gate;

	private final Map<Method, ImportStub> stubs = new LinkedHashMap<>();

	/**
	 * Creates an empty set of stubs.
	 * @param module the module's name
	 * @param imports where the implementations come from
	 * @param linker how they are called
	 * @param gate the module's gate, which takes what they throw
	 */
	public ImportStubs(String module, ImportSource imports, Linker linker, Gate gate) {
		this.module = module;
		this.imports = imports;
		this.linker = linker;
		this.gate = gate;
	}

	/**
	 * The stubs for all that a module imports.
	 */
	Map<FunctionSignature, ImportStub> resolve(ModuleSource source, Contract contract) {
		Map<FunctionSignature, ImportStub> resolved = new LinkedHashMap<>();
		for (Trait trait : contract.traits(Direction.IMPORTS)) {
			ImportBinding binding = this.imports.find(source, trait.name())
				.orElseThrow(() -> new MissingImportException(source, trait.name(),
						"it imports " + trait.name() + ", which nobody implements",
						"Implement the @RelibImports interface " + trait.name() + ", in Spring as a bean."));
			for (FunctionSignature function : trait.functions()) {
				new ContractCheck(source, contract).requireImport(function, binding.contractInterface());
				resolved.put(function, stub(function, binding));
			}
		}
		return resolved;
	}

	private ImportStub stub(FunctionSignature function, ImportBinding binding) {
		Map.Entry<Method, FunctionSignature> offered = binding.contractInterface()
			.methods()
			.entrySet()
			.stream()
			.filter((entry) -> entry.getValue().name().equals(function.name()))
			.findFirst()
			.orElseThrow();
		return this.stubs.computeIfAbsent(offered.getKey(), (method) -> this.linker.importStub(offered.getValue(),
				new Target(offered.getValue(), method, binding)));
	}

	/**
	 * Calls the host's implementation.
	 */
	private final class Target implements ImportTarget {

		private final FunctionSignature function;

		private final Method method;

		private final ImportBinding binding;

		Target(FunctionSignature function, Method method, ImportBinding binding) {
			this.function = function;
			this.method = method;
			this.binding = binding;
			// Implementations are called through an interface that need not be public.
			method.setAccessible(true);
		}

		@Override
		public String module() {
			return ImportStubs.this.module;
		}

		@Override
		public @Nullable Object call(@Nullable Object[] arguments) throws Throwable {
			try {
				return this.method.invoke(this.binding.implementation().get(), arguments);
			}
			catch (InvocationTargetException ex) {
				throw ex.getCause();
			}
		}

		@Override
		public void failed(Throwable failure) {
			if (!ImportStubs.this.gate.importFailed(failure)) {
				logger.error("{} failed on a thread of the module's own, which no Java code can tell",
						this.function.qualifiedName(), failure);
			}
		}

	}

}
