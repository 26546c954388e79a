// SPDX-License-Identifier: Apache-2.0
package dev.relib.module.lifecycle;

import java.time.Duration;
import java.util.List;

import dev.relib.failure.LoadTimeoutException;
import dev.relib.link.Linker;
import dev.relib.module.Cleanup;
import dev.relib.module.UnloadOptions;
import dev.relib.module.UnloadReport.Outcome;
import dev.relib.module.call.OwnerThreads;
import dev.relib.os.NativeAccess;
import dev.relib.os.PrivateDirectory;
import dev.relib.runtime.RuntimeLibrary;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Loads a generation in steps. All checks precede the opening of the library.
 */
public final class GenerationLoader implements AutoCloseable {

	private static final Logger logger = LoggerFactory.getLogger(GenerationLoader.class);

	/** How long an abandoned load waits for threads and destructors of constructors. */
	private static final Duration CONSTRUCTORS = Duration.ofSeconds(2);

	/**
	 * Steps on the owner thread, because files may block; no code of the library runs.
	 */
	private final List<LoadStep> reading;

	/** Steps on the thread that asks for the load; no code of the library runs. */
	private final List<LoadStep> matching = List.of(new LoadStep("check its exports", Load::requireExports),
			new LoadStep("resolve its imports", Load::resolveImports));

	/** Steps on the owner thread; no code of the library runs. */
	private final List<LoadStep> preparing;

	/**
	 * Steps on the owner thread. The first runs code of the library, so that a load that
	 * fails in or after it has to be unloaded.
	 */
	private final List<LoadStep> opening;

	private final RuntimeLibrary runtimes;

	private final OwnerThreads owners = new OwnerThreads();

	private final StalledLoads stalled = new StalledLoads(GenerationLoader::abandon);

	/**
	 * Creates a loader.
	 * @param directory the directory for private copies
	 * @param linker calls the modules
	 * @param runtimes creates the runtimes of generations
	 */
	public GenerationLoader(PrivateDirectory directory, Linker linker, RuntimeLibrary runtimes) {
		this.runtimes = runtimes;
		this.reading = List.of(new LoadStep("claim the library", (load) -> load.request().claim().run()),
				new LoadStep("copy and verify the library", (load) -> load.copy(directory)),
				new LoadStep("read the library's file", Load::inspect),
				new LoadStep("compare the libraries that it needs", Load::compareNeeded));
		this.preparing = List.of(new LoadStep("compare it with the system", Load::requireFittingSystem),
				new LoadStep("refuse what would harm the process", Load::requireHarmless),
				new LoadStep("make the copy independent of its name and place", (load) -> load.detach(directory)),
				new LoadStep("adapt the copy", Load::adapt),
				new LoadStep("defer its constructors", Load::deferConstructors),
				new LoadStep("open its ledger", (load) -> load.openRuntime(runtimes)));
		this.opening = List.of(new LoadStep("open the library", (load) -> load.open(linker, runtimes)),
				new LoadStep("compute as Java does", (load) -> load.restoreFloatingPoint(runtimes)),
				new LoadStep("fill its import slots", Load::fillSlots),
				new LoadStep("bind its exports", Load::bindExports));
	}

	/**
	 * Tells whether a load of a module was given up and has not come to its end.
	 * @param module the module's name
	 * @return {@code true} while the module can not be loaded for that reason
	 */
	public boolean isStalled(String module) {
		return this.stalled.contains(module);
	}

	/**
	 * Loads a generation.
	 * @param request the library and the generation's id
	 * @return the generation, to be unloaded by the caller
	 * @throws dev.relib.failure.ModuleLoadException if the library cannot be loaded; its
	 * private copy is deleted, and it is unmapped if that is possible
	 * @throws LoadTimeoutException if that takes too long, or an earlier load of the
	 * module is still running
	 */
	public LoadedGeneration load(LoadRequest request) {
		this.stalled.requireNone(request.source());
		Load load = new Load(request, this.owners);
		LoadWait wait = new LoadWait(load);
		try {
			wait.run(() -> take(this.reading, load),
					() -> LoadTimeoutException.reading(request.source(), wait.limit()));
			take(this.matching, load);
			load.decideOnItsThread(this.owners);
			wait.run(() -> {
				take(this.preparing, load);
				load.prepared();
				take(this.opening, load);
			}, () -> late(load, wait));
			return load.generation();
		}
		catch (RuntimeException | Error ex) {
			if (load.isWanted()) {
				abandon(load, ex);
			}
			else {
				this.stalled.add(load);
			}
			throw ex;
		}
	}

	private static LoadTimeoutException late(Load load, LoadWait wait) {
		if (!load.isPrepared()) {
			return LoadTimeoutException.reading(load.request().source(), wait.limit());
		}
		String other = LoaderTurn.holder(load);
		if (other != null && !load.hadItsTurn()) {
			return LoadTimeoutException.waiting(load.request().source(), wait.limit(), other);
		}
		return LoaderTurn.isHeldBy(load) ? LoadTimeoutException.opening(load.request().source(), wait.limit())
				: LoadTimeoutException.constructing(load.request().source(), wait.limit());
	}

	private static void take(List<LoadStep> steps, Load load) {
		for (LoadStep step : steps) {
			try {
				load.requireWanted();
				step.action().accept(load);
			}
			catch (RuntimeException | Error ex) {
				logger.debug("Module '{}': failed to {}", load.request().source().module(), step.text());
				throw ex;
			}
		}
	}

	/** A failure of this is suppressed by the failure of the load. */
	private static void abandon(Load load, Throwable failure) {
		try {
			abandon(load);
		}
		catch (RuntimeException | Error ex) {
			failure.addSuppressed(ex);
		}
	}

	private static void abandon(Load load) {
		try {
			if (load.isOpen()) {
				unload(load);
			}
			else if (load.hasRuntime()) {
				close(load);
			}
			else {
				load.owner().end();
			}
		}
		finally {
			if (load.hasCopy()) {
				load.file().delete();
			}
		}
	}

	private static void unload(Load load) {
		LoadedGeneration generation = load.generation();
		boolean gone = false;
		try {
			gone = load.request().options().unloading()
					&& new GenerationUnloader(load.request().guard(), UnloadOptions.DEFAULT)
						.abandon(generation, CONSTRUCTORS)
						.outcome() == Outcome.UNLOADED;
		}
		finally {
			if (!gone) {
				PinnedLibraries.hold(generation);
				generation.owner().end();
				logger.warn("Module '{}' stays mapped until the process ends, though it was refused",
						generation.source().module());
			}
		}
	}

	/**
	 * Closes the runtime of a library that the loader has refused, unless the loader has
	 * left parts of it mapped.
	 */
	private static void close(Load load) {
		load.owner().end();
		boolean gone = false;
		try {
			gone = NativeAccess.current().mappings().of(load.file().path()).isEmpty();
		}
		finally {
			if (!gone) {
				PinnedLibraries.hold(load.request().imports());
				PinnedLibraries.hold(load.runtime());
			}
		}
		if (gone) {
			load.look().close();
			load.runtime().close(Cleanup.ALL);
		}
	}

	/**
	 * Keeps a generation that will never be unloaded. Destructors of its library run when
	 * threads or the process end, when the application may have ended: if the generation
	 * is idle, its imports become no-ops, which call no Java code, and its callbacks end.
	 * @param generation a generation that has stopped serving
	 * @param idle whether its calls have returned
	 */
	public void keepMapped(LoadedGeneration generation, boolean idle) {
		generation.look().stays();
		if (!idle || !LoaderTurn.isFree() || !generation.runtime().threads().isEmpty()
				|| !generation.look().threads(false).isEmpty()) {
			PinnedLibraries.hold(generation);
			return;
		}
		long noOpFree = this.runtimes.noOpFree();
		generation.imported()
			.forEach((function) -> generation.library()
				.fillSlots(function, this.runtimes.noOpImport(function), noOpFree));
		generation.library().endCallbacks().forEach(PinnedLibraries::hold);
		generation.runtime().stopLogging();
		generation.owner().end();
	}

	/**
	 * Ends the threads of this loader that no generation needs, now or later.
	 */
	@Override
	public void close() {
		this.owners.close();
	}

}
