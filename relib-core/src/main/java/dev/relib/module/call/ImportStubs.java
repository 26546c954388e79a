// SPDX-License-Identifier: Apache-2.0
package dev.relib.module.call;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import dev.relib.ImportBinding;
import dev.relib.ImportSource;
import dev.relib.contract.ContractInterface;
import dev.relib.contract.FunctionSignature;
import dev.relib.contract.JavaFunction;
import dev.relib.failure.MissingImportException;
import dev.relib.facade.RelibMemory;
import dev.relib.link.Linker;
import dev.relib.marshal.ExportCall;
import dev.relib.marshal.ImportStub;
import dev.relib.marshal.ImportAccess;
import dev.relib.marshal.ImportTarget;
import dev.relib.module.ModuleSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The function pointers through which a module calls the host. All generations share them
 * and they are never freed: a generation that stays mapped may call them at any time. Not
 * thread-safe; used by the module's operations.
 */
public final class ImportStubs {

	private static final Logger logger = LoggerFactory.getLogger(ImportStubs.class);

	private final String module;

	private final ImportSource imports;

	private final Linker linker;

	private final CallGuard guard;

	private final ImportThreads threads = new ImportThreads();

	private final Map<Key, ImportStub> stubs = new LinkedHashMap<>();

	/**
	 * Creates an empty set of stubs.
	 * @param module the module's name
	 * @param imports the source of the implementations
	 * @param linker creates the stubs
	 * @param guard the module's guard, which keeps the exceptions of failed imports
	 */
	public ImportStubs(String module, ImportSource imports, Linker linker, CallGuard guard) {
		this.module = module;
		this.imports = imports;
		this.linker = linker;
		this.guard = guard;
	}

	/**
	 * Returns the threads that call the stubs from outside of the module's calls.
	 * @return the threads of all generations
	 */
	public ImportThreads threads() {
		return this.threads;
	}

	/**
	 * Finds the implementation of a trait.
	 * @param source the module that is being loaded
	 * @param trait the trait's name
	 * @return the implementation
	 * @throws MissingImportException if the host has none
	 */
	public ImportBinding require(ModuleSource source, String trait) {
		return this.imports.find(source, trait)
			.orElseThrow(
					() -> new MissingImportException(source, trait, "it imports " + trait + ", which nobody implements",
							"Implement the @RelibImports interface " + trait + ", in Spring as a bean."));
	}

	/**
	 * Finds a function of an implementation.
	 * @param binding the implementation
	 * @param function the name of a function that its interface declares
	 * @return the function
	 */
	public static Offer offer(ImportBinding binding, String function) {
		return new Offer(methods(binding, function).findFirst().orElseThrow(), binding);
	}

	private static Stream<Map.Entry<Method, FunctionSignature>> methods(ImportBinding binding, String function) {
		return ContractInterface.of(binding.type())
			.methods()
			.entrySet()
			.stream()
			.filter((entry) -> entry.getValue().name().equals(function));
	}

	/**
	 * Resolves {@code Trait_function} when either part may contain underscores.
	 * @param source the module that is being loaded
	 * @param name trait and function, joined by an underscore
	 * @return the function
	 * @throws MissingImportException if the host implements no such function
	 */
	public Offer find(ModuleSource source, String name) {
		for (int end = name.indexOf('_', 1); end > 0; end = name.indexOf('_', end + 1)) {
			String function = name.substring(end + 1);
			Optional<ImportBinding> binding = this.imports.find(source, name.substring(0, end));
			Optional<Offer> offer = binding.flatMap(
					(offered) -> methods(offered, function).findFirst().map((method) -> new Offer(method, offered)));
			if (offer.isPresent()) {
				return offer.get();
			}
		}
		throw new MissingImportException(source, name,
				"it imports " + name + " (slot __relib__" + name + "), which nobody implements",
				"Declare and implement it in the @RelibImports interface with the trait's name, in Spring as a bean.");
	}

	/**
	 * Returns the stub of a function.
	 * @param offer the function
	 * @param continues whether the module continues with a default value after a failure
	 * @return the stub, which lives as long as this object
	 */
	public ImportStub stub(Offer offer, boolean continues) {
		return this.stubs.computeIfAbsent(new Key(offer.method(), continues), (key) -> create(offer, continues));
	}

	private ImportStub create(Offer offer, boolean continues) {
		JavaFunction function = JavaFunction.of(offer.method(), offer.function());
		Target target = new Target(offer, continues);
		return GeneratedDispatcher.of(this.linker, offer.binding().type(), function)
			.map((code) -> ImportStub.of(this.linker, function, target, target, code))
			.orElseGet(() -> ImportStub.of(this.linker, function, target));
	}

	/**
	 * A function that the host implements.
	 *
	 * @param entry the method and its signature
	 * @param binding the implementation that has the method
	 */
	public record Offer(Map.Entry<Method, FunctionSignature> entry, ImportBinding binding) {

		Method method() {
			return this.entry.getKey();
		}

		/**
		 * Returns the function.
		 * @return its signature
		 */
		public FunctionSignature function() {
			return this.entry.getValue();
		}

	}

	private record Key(Method method, boolean continues) {

	}

	/**
	 * Calls the host's implementation.
	 */
	private final class Target implements ImportTarget, ImportAccess {

		private final Offer offer;

		private final boolean continues;

		Target(Offer offer, boolean continues) {
			this.offer = offer;
			this.continues = continues;
			// Implementations are called through an interface that need not be public.
			offer.method().setAccessible(true);
		}

		@Override
		public String module() {
			return ImportStubs.this.module;
		}

		@Override
		public @Nullable Object call(@Nullable Object[] arguments) throws Throwable {
			ImportThread thread = enter();
			try {
				return this.offer.method().invoke(implementation(), arguments);
			}
			catch (InvocationTargetException ex) {
				throw ex.getCause();
			}
			finally {
				if (thread != null) {
					thread.exit();
				}
			}
		}

		@Override
		public @Nullable ImportThread enter() {
			return ImportStubs.this.guard.insideCall() ? null : ImportStubs.this.threads.enter();
		}

		@Override
		public void exit(Object entered) {
			((ImportThread) entered).exit();
		}

		@Override
		public Object implementation() {
			return this.offer.binding().implementation().get();
		}

		@Override
		public RelibMemory memory() {
			return ImportStubs.this.guard.memory();
		}

		@Override
		public byte failed(Throwable failure) {
			if (!ImportStubs.this.guard.importFailed(failure, this.continues)) {
				logger.error(
						"{} failed on a thread that the module has started, where no Java caller gets the exception{}",
						this.offer.function().qualifiedName(),
						this.continues ? "; the module goes on with a default value" : "", failure);
			}
			return this.continues ? ExportCall.RETURNED : ExportCall.PANICKED;
		}

	}

}
