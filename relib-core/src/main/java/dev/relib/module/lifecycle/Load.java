// SPDX-License-Identifier: Apache-2.0
package dev.relib.module.lifecycle;

import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Future;

import dev.relib.contract.FunctionSignature;
import dev.relib.failure.LibraryOpenException;
import dev.relib.image.PrivateCopy;
import dev.relib.image.search.PrivateLibraries;
import dev.relib.link.Linker;
import dev.relib.link.RestoringLinker;
import dev.relib.marshal.ImportStub;
import dev.relib.module.Hazard;
import dev.relib.module.ModuleKind;
import dev.relib.module.ModuleSource;
import dev.relib.module.ProcessChange.During;
import dev.relib.module.Threading;
import dev.relib.module.call.ImportThreads;
import dev.relib.module.call.LifecycleFunction;
import dev.relib.module.call.OwnerThread;
import dev.relib.module.call.OwnerThreads;
import dev.relib.module.kind.LibraryInspection;
import dev.relib.module.kind.OpenLibrary;
import dev.relib.os.DynamicLoader;
import dev.relib.os.LoaderException;
import dev.relib.os.NativeAccess;
import dev.relib.os.PrivateDirectory;
import dev.relib.policy.VerifiedCopy;
import dev.relib.runtime.ModuleRuntime;
import dev.relib.runtime.RuntimeLibrary;
import dev.relib.runtime.ThreadLook;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The intermediate results of one load.
 */
final class Load {

	private static final Logger logger = LoggerFactory.getLogger(GenerationLoader.class);

	private final LoadRequest request;

	private @Nullable PrivateCopy copy;

	private @Nullable LibraryInspection inspection;

	private Map<FunctionSignature, ImportStub> stubs = Map.of();

	private OwnerThread owner;

	/** What is running when the load is given up. */
	private volatile @Nullable Future<?> running;

	private volatile @Nullable String problem;

	private volatile boolean prepared;

	private volatile boolean turn;

	private PrivateLibraries libraries = PrivateLibraries.NONE;

	private @Nullable ModuleRuntime runtime;

	private @Nullable ThreadLook look;

	private @Nullable LoadedGeneration generation;

	private @Nullable ProcessWatch watch;

	Load(LoadRequest request, OwnerThreads owners) {
		this.request = request;
		this.owner = owners.shared(source().module(), request.generation());
	}

	/** A library that knows its thread again has one for itself. */
	void decideOnItsThread(OwnerThreads owners) {
		boolean knows = inspection().kind() == ModuleKind.UPSTREAM
				|| VerifiedLibrary.threading(inspection(), this.request.options()) == Threading.OWNER;
		if (knows) {
			this.owner.end();
			this.owner = owners.alone(source().module(), this.request.generation());
		}
	}

	/**
	 * Ends the load after the step that runs now.
	 * @param step what the owner thread is doing
	 * @param reason why nobody waits for it
	 */
	void giveUp(Future<?> step, String reason) {
		this.running = step;
		this.problem = reason;
	}

	/** Tells whether the load was not given up. */
	boolean isWanted() {
		return this.problem == null;
	}

	/**
	 * Requires that the load was not given up.
	 * @throws CancellationException if nobody waits for it any more
	 */
	void requireWanted() {
		String reason = this.problem;
		if (reason != null) {
			throw new CancellationException(reason);
		}
	}

	/** Its file is not read any more. */
	void prepared() {
		this.prepared = true;
	}

	/** Tells whether nothing but the library's own code can take long. */
	boolean isPrepared() {
		return this.prepared;
	}

	/** The loader opens the library now. */
	void hasItsTurn() {
		this.turn = true;
	}

	/** Tells whether the loader has begun to open the library. */
	boolean hadItsTurn() {
		return this.turn;
	}

	/** Returns why the load was given up. */
	String problem() {
		return Objects.requireNonNull(this.problem);
	}

	/** Returns what was running when the load was given up. */
	Future<?> running() {
		return Objects.requireNonNull(this.running);
	}

	LoadRequest request() {
		return this.request;
	}

	private ModuleSource source() {
		return this.request.source();
	}

	void copy(PrivateDirectory directory) {
		this.copy = VerifiedCopy.copy(this.request.policy(), source(), directory,
				this.request.options().load().maxSize());
		this.copy = file().withCompanions(source(), this.request.options().load().companions(), directory);
	}

	void inspect() {
		this.inspection = LibraryInspection.of(source(), file().path(), this.request.options());
	}

	/** Finds the needed libraries that the loader would take from another file. */
	void compareNeeded() {
		this.libraries = PrivateLibraries.of(source(), file().path(), inspection().image());
		this.libraries.copied()
			.forEach((name, path) -> logger.info("Module '{}' gets {} from {} for itself", source().module(), name,
					path));
		this.libraries.kept().forEach((kept) -> logger.warn("Module '{}': {}", source().module(), kept));
	}

	void requireExports() {
		this.request.interfaces().forEach(inspection().library()::requireExports);
	}

	void resolveImports() {
		this.stubs = inspection().library().imports(this.request.imports());
	}

	/** Refuses a library that was built for another system. */
	void requireFittingSystem() {
		FittingSystem.require(source(), inspection().image());
	}

	/** Refuses a library that would end or damage the process. */
	void requireHarmless() {
		HarmlessLibrary.require(source(), inspection().image());
	}

	/** Makes the copy independent of its name and place. */
	void detach(PrivateDirectory directory) {
		this.copy = file().detach(source(), this.libraries.copied(), directory);
	}

	/**
	 * Removes from the copy what would make stacks executable, and the flags that make
	 * dlclose a no-op, if that is on. Logs the hazards.
	 */
	void adapt() {
		boolean unpin = VerifiedLibrary.isUnpinned(inspection(), this.request.options())
				&& inspection().hazards().stream().anyMatch(Hazard::pins);
		if (unpin) {
			file().unpin(source());
		}
		if (inspection().has(Hazard.Type.EXECUTABLE_STACK)) {
			file().keepStacksAsTheyAre(source());
		}
		inspection().hazards()
			.stream()
			.filter((hazard) -> !(unpin && hazard.pins()))
			.forEach((hazard) -> logger.warn("Module '{}' ({}): {}", source().module(), source().location(), hazard));
	}

	/** Has the library constructed outside of the loader, which would wait for that. */
	void deferConstructors() {
		file().deferConstructors(source());
	}

	void openRuntime(RuntimeLibrary runtimes) {
		this.look = runtimes.look(file().path());
		this.runtime = inspection().library().openRuntime(runtimes, file().path(), this.request.options());
		if (!this.request.options().trackAllocations()) {
			runtime().leaveAllocations();
		}
	}

	/** Opens the library and attaches its runtime, one of which runs its constructors. */
	void open(Linker linker, RuntimeLibrary runtimes) {
		this.watch = new ProcessWatch(source(), runtimes);
		this.watch.during(During.LOAD, () -> {
			openLibrary(linker, runtimes);
			attach();
			return generation();
		});
	}

	private void openLibrary(Linker linker, RuntimeLibrary runtimes) {
		ModuleRuntime opened = runtime();
		long handle = opened.open(() -> open(runtimes));
		look().opened(handle);
		opened.opened(handle);
		OpenLibrary library = new OpenLibrary(handle, this.request.options().restoreFloatingPoint()
				? new RestoringLinker(linker, runtimes::computeAsJava) : linker);
		VerifiedLibrary verified = new VerifiedLibrary(this.request.generation(), source(), file(), inspection(),
				this.request.options(), this.libraries.kept());
		this.generation = new LoadedGeneration(verified, library, opened, look(), owner(), this.request.imports(),
				this.stubs.keySet(), Objects.requireNonNull(this.watch));
	}

	/** From now on, threads of the library may call imports. */
	private void awaitImports() {
		ThreadLook look = look();
		this.request.imports()
			.threads()
			.loaded(generation().calls(), () -> ImportThreads.Origin.values()[(int) look.own()]);
	}

	private long open(RuntimeLibrary runtimes) {
		long handle = LoaderTurn.take(this, () -> runtimes.opening(() -> openWithParts(runtimes)));
		if (!inspection().library().constructsItself()) {
			runtimes.construct(handle);
		}
		return handle;
	}

	private long openWithParts(RuntimeLibrary runtimes) {
		boolean bringsAny = !this.libraries.copied().isEmpty()
				|| !inspection().image().needed().stream().allMatch(runtimes::hasLibrary);
		return bringsAny ? runtime().openWithParts(this::open) : open();
	}

	private long open() {
		try {
			long handle = inspection().library().open(file().path());
			if (this.request.options().load().global()) {
				DynamicLoader loader = NativeAccess.current().loader();
				loader.close(loader.openForAll(file().path()));
			}
			return handle;
		}
		catch (LoaderException ex) {
			throw new LibraryOpenException(source(), file().path(), ex);
		}
	}

	private void attach() {
		runtime().attach(generation().library()::symbol);
		generation().lifecycle(LifecycleFunction.BEFORE_UNLOAD);
	}

	/**
	 * The constructors of a library with {@code -ffast-math} change how their thread
	 * computes.
	 */
	void restoreFloatingPoint(RuntimeLibrary runtimes) {
		if (runtimes.computeAsJava()) {
			logger.warn("Module '{}' ({}): its constructors have changed how their thread computes, which is undone; "
					+ "link it without -ffast-math", source().module(), source().location());
		}
	}

	void fillSlots() {
		awaitImports();
		OpenLibrary library = generation().library();
		this.stubs.forEach((function, stub) -> library.fillSlots(function, stub.address(), stub.freeAddress()));
	}

	void bindExports() {
		this.request.interfaces().forEach(generation()::bind);
	}

	PrivateCopy file() {
		return Objects.requireNonNull(this.copy);
	}

	private LibraryInspection inspection() {
		return Objects.requireNonNull(this.inspection);
	}

	OwnerThread owner() {
		return this.owner;
	}

	ThreadLook look() {
		return Objects.requireNonNull(this.look);
	}

	ModuleRuntime runtime() {
		return Objects.requireNonNull(this.runtime);
	}

	LoadedGeneration generation() {
		return Objects.requireNonNull(this.generation);
	}

	boolean hasCopy() {
		return this.copy != null;
	}

	boolean hasRuntime() {
		return this.runtime != null;
	}

	/** Tells whether code of the library has run. */
	boolean isOpen() {
		return this.generation != null;
	}

}
