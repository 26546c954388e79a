// SPDX-License-Identifier: Apache-2.0
package dev.relib.module.lifecycle;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Future;
import java.util.function.Supplier;

import dev.relib.contract.ContractInterface;
import dev.relib.contract.Direction;
import dev.relib.contract.FunctionSignature;
import dev.relib.failure.MainFailedException;
import dev.relib.image.PrivateCopy;
import dev.relib.marshal.ExportCall;
import dev.relib.module.GenerationInfo;
import dev.relib.module.ModuleSource;
import dev.relib.module.ProcessChange.During;
import dev.relib.module.Threading;
import dev.relib.module.call.CallGuard;
import dev.relib.module.call.Generation;
import dev.relib.module.call.GenerationCode;
import dev.relib.module.call.ImportStubs;
import dev.relib.module.call.LifecycleFunction;
import dev.relib.module.call.OwnerThread;
import dev.relib.module.kind.LibraryInspection;
import dev.relib.module.kind.OpenLibrary;
import dev.relib.runtime.ModuleRuntime;
import dev.relib.runtime.ThreadLook;
import org.jspecify.annotations.Nullable;

/**
 * One generation of a module: its library, its runtime, its owner thread.
 */
public final class LoadedGeneration {

	private final VerifiedLibrary verified;

	private final OpenLibrary library;

	private final ModuleRuntime runtime;

	private final ThreadLook look;

	private final OwnerThread owner;

	/** Kept reachable as long as the library's slots point at the stubs. */
	private final ImportStubs imports;

	private final Set<FunctionSignature> imported;

	private final Generation calls;

	private final Instant loaded = Instant.now();

	private final ProcessWatch watch;

	private int boundInterfaces;

	/** Those that the library offers, and whether each thread has its own. */
	private final Map<String, Boolean> knownSymbols = new ConcurrentHashMap<>();

	private final Map<Class<?>, ExportCall> mains = new ConcurrentHashMap<>();

	/** The {@code before_unload} of an attempt that has not waited for its end. */
	private volatile @Nullable Future<@Nullable String> preparing;

	LoadedGeneration(VerifiedLibrary verified, OpenLibrary library, ModuleRuntime runtime, ThreadLook look,
			OwnerThread owner, ImportStubs imports, Set<FunctionSignature> imported, ProcessWatch watch) {
		this.verified = verified;
		this.library = library;
		this.runtime = runtime;
		this.look = look;
		this.owner = owner;
		this.imports = imports;
		this.watch = watch;
		this.imported = Set.copyOf(imported);
		this.calls = new Generation(verified.source().module(), verified.generation(),
				(verified.threading() == Threading.OWNER) ? owner : null,
				verified.inspection().library().continuesAfterFailedImport(), new Code());
	}

	/**
	 * Binds all functions of an interface, behind those of earlier ones. The caller
	 * prevents concurrent calls.
	 * @param contractInterface an export interface
	 * @throws dev.relib.failure.MissingExportException naming the first function that the
	 * module lacks
	 * @throws dev.relib.failure.ContractMismatchException if the module declares one of
	 * the functions with other types
	 */
	public void bind(ContractInterface contractInterface) {
		find(contractInterface).run();
	}

	/**
	 * Looks up all functions of an interface, for which it waits for the loader as long
	 * as a load may take.
	 * @param contractInterface an export interface
	 * @return binds them, as {@link #bind} does
	 * @throws dev.relib.failure.MissingExportException naming the first function that the
	 * module lacks
	 * @throws dev.relib.failure.ContractMismatchException if the module declares one of
	 * the functions with other types
	 * @throws dev.relib.failure.LoaderBusyException if the loader is busy for that long
	 */
	public Runnable find(ContractInterface contractInterface) {
		LibraryInspection inspection = this.verified.inspection();
		inspection.library().requireExports(contractInterface);
		ExportCall[] functions = lookUp(() -> contractInterface.functions()
			.stream()
			.map((function) -> inspection.library().export(this.library, function))
			.toArray(ExportCall[]::new));
		return () -> {
			this.calls.bind(functions);
			this.boundInterfaces++;
		};
	}

	private <T> T lookUp(Supplier<T> work) {
		return LoaderTurn.lookUp(source(), this.verified.options().load().timeout(), work);
	}

	/**
	 * Counts the bound interfaces. Only for the thread that binds.
	 * @return their number
	 */
	public int boundInterfaces() {
		return this.boundInterfaces;
	}

	/**
	 * Returns the generation from the view of its calls.
	 * @return its functions and thread
	 */
	public Generation calls() {
		return this.calls;
	}

	/**
	 * Returns the id of this generation.
	 * @return an id that is unique in its module
	 */
	public long id() {
		return this.verified.generation();
	}

	/**
	 * Runs the main function to its end, if the options require it: on the calling
	 * thread, because its imports may need a bean that this thread is creating, unless
	 * all calls run on the owner thread.
	 * @param guard the guard of the module
	 * @throws MainFailedException if it panics or an import that it calls fails
	 */
	public void runMain(CallGuard guard) {
		if (this.verified.options().main()) {
			ExportCall main = lifecycle(LifecycleFunction.MAIN).orElseThrow();
			boolean here = this.verified.threading() == Threading.CALLER || this.owner.isCurrent();
			String failure = here ? runMain(guard, main) : this.owner.run(() -> runMain(guard, main));
			if (failure != null) {
				throw new MainFailedException(source(), failure);
			}
		}
	}

	private @Nullable String runMain(CallGuard guard, ExportCall main) {
		return this.watch.during(During.MAIN, () -> guard.run(this.calls, main));
	}

	/**
	 * Describes this generation.
	 * @param linker the linker's name
	 * @param guard the guard of the module
	 * @return a snapshot
	 */
	public GenerationInfo info(String linker, CallGuard guard) {
		PrivateCopy copy = copy();
		LibraryInspection inspection = this.verified.inspection();
		return new GenerationInfo(id(), copy.sha256(), copy.signedBy(), copy.size(), linker, this.loaded,
				inspection.buildInfo(), inspection.functions(Direction.EXPORTS),
				inspection.functions(Direction.IMPORTS), guard.callsInFlight(this.calls), this.runtime.memory(),
				this.runtime.leakSites(), this.runtime.threads(), this.runtime.descriptors(),
				this.runtime.mappedMemory(), this.runtime.destructors(), this.runtime.notCounted(),
				this.watch.changes(), stale());
	}

	/**
	 * Says which needed libraries have changed and were not loaded anew.
	 * @return a clause for each
	 */
	public List<String> stale() {
		return this.verified.stale();
	}

	/**
	 * Starts {@code before_unload} on the owner thread, unless an earlier attempt's is
	 * still running. One that has ended since then does not count: the module has served
	 * calls afterwards.
	 */
	Future<@Nullable String> prepare(Callable<@Nullable String> beforeUnload) {
		Future<@Nullable String> running = this.preparing;
		if (running == null || running.isDone()) {
			running = this.owner.start(beforeUnload);
			this.preparing = running;
		}
		return running;
	}

	/** Tells whether a {@code before_unload} of an earlier attempt is running. */
	boolean isPreparing() {
		Future<@Nullable String> running = this.preparing;
		return running != null && !running.isDone();
	}

	/** Binds a function that the host itself calls, if the library has it. */
	Optional<ExportCall> lifecycle(LifecycleFunction function) {
		return this.verified.inspection().library().lifecycle(this.library, function);
	}

	ModuleSource source() {
		return this.verified.source();
	}

	LibraryInspection inspection() {
		return this.verified.inspection();
	}

	/** Tells whether the copy lacks the flags that make dlclose a no-op. */
	boolean isUnpinned() {
		return this.verified.isUnpinned();
	}

	PrivateCopy copy() {
		return this.verified.copy();
	}

	ModuleRuntime runtime() {
		return this.runtime;
	}

	ProcessWatch watch() {
		return this.watch;
	}

	ThreadLook look() {
		return this.look;
	}

	OpenLibrary library() {
		return this.library;
	}

	ImportStubs imports() {
		return this.imports;
	}

	/** Returns the functions of the host that the library calls. */
	Set<FunctionSignature> imported() {
		return this.imported;
	}

	OwnerThread owner() {
		return this.owner;
	}

	/**
	 * What calls ask of the library, which stays open for them.
	 */
	private final class Code implements GenerationCode {

		@Override
		public Optional<String> takePanicMessage() {
			return LoadedGeneration.this.runtime.takePanicMessage();
		}

		/** Asks the file first: the loader finds symbols of needed libraries as well. */
		@Override
		public OptionalLong symbol(String name) {
			Boolean threadLocal = LoadedGeneration.this.knownSymbols.get(name);
			return (threadLocal != null) ? address(name, threadLocal) : lookUp(() -> find(name));
		}

		private OptionalLong find(String name) {
			LibraryInspection inspection = LoadedGeneration.this.verified.inspection();
			if (!inspection.hasSymbol(name)) {
				return OptionalLong.empty();
			}
			boolean threadLocal = inspection.isThreadLocal(name);
			OptionalLong address = address(name, threadLocal);
			LoadedGeneration.this.knownSymbols.put(name, threadLocal);
			return address;
		}

		private OptionalLong address(String name, boolean threadLocal) {
			return threadLocal ? LoadedGeneration.this.library.symbolOfThread(name)
					: LoadedGeneration.this.library.symbol(name);
		}

		@Override
		public ExportCall main(Class<?> type) {
			ExportCall known = LoadedGeneration.this.mains.get(type);
			return (known != null) ? known
					: lookUp(() -> LoadedGeneration.this.mains.computeIfAbsent(type, this::find));
		}

		private ExportCall find(Class<?> result) {
			return LoadedGeneration.this.verified.inspection()
				.library()
				.main(LoadedGeneration.this.library, LifecycleFunction.MAIN.returning(result));
		}

	}

}
