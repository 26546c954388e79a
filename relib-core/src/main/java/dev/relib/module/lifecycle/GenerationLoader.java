package dev.relib.module.lifecycle;

import java.time.Duration;
import java.util.List;

import dev.relib.link.Linker;
import dev.relib.module.Cleanup;
import dev.relib.module.UnloadOptions;
import dev.relib.module.UnloadReport.Outcome;
import dev.relib.os.NativeAccess;
import dev.relib.os.PrivateDirectory;
import dev.relib.runtime.RuntimeLibrary;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes a generation that can be called out of a library file, step by step. Everything
 * that can be refused is refused before the library is opened.
 */
public final class GenerationLoader {

	private static final Logger logger = LoggerFactory.getLogger(GenerationLoader.class);

	/** How long threads and destructors of constructors may take to end. */
	private static final Duration CONSTRUCTORS = Duration.ofSeconds(2);

	/** No code of the library runs; a load that ends here leaves nothing. */
	private final List<LoadStep> checks;

	/**
	 * On the owner thread. From the first of these on code of the library has run: a load
	 * that ends here takes the steps of an unload.
	 */
	private final List<LoadStep> opening;

	private final RuntimeLibrary runtimes;

	/**
	 * Creates a loader.
	 * @param directory where the copies that are loaded go
	 * @param linker how modules are called
	 * @param runtimes who keeps accounts of them
	 */
	public GenerationLoader(PrivateDirectory directory, Linker linker, RuntimeLibrary runtimes) {
		this.runtimes = runtimes;
		this.checks = List.of(new LoadStep("copy and verify the library", (load) -> load.copy(directory)),
				new LoadStep("read the library's file", Load::inspect),
				new LoadStep("check its exports", Load::requireExports),
				new LoadStep("resolve its imports", Load::resolveImports),
				new LoadStep("remove the flags that make dlclose a no-op", Load::unpin),
				new LoadStep("start the owner thread", Load::startOwner),
				new LoadStep("open its ledger", (load) -> load.openRuntime(runtimes)));
		this.opening = List.of(new LoadStep("open the library", (load) -> load.openLibrary(linker)),
				new LoadStep("attach its runtime", Load::attach),
				new LoadStep("fill its import slots", Load::fillSlots),
				new LoadStep("bind its exports", Load::bindExports));
	}

	/**
	 * Loads a generation.
	 * @param request the library and the generation that it becomes
	 * @return the generation, to be unloaded by the caller
	 * @throws dev.relib.failure.ModuleLoadException saying what is wrong with the
	 * library; nothing of it is left then
	 */
	public LoadedGeneration load(LoadRequest request) {
		Load load = new Load(request);
		try {
			take(this.checks, load);
			return load.owner().run(() -> {
				take(this.opening, load);
				return load.generation();
			});
		}
		catch (RuntimeException | Error ex) {
			abandon(load);
			throw ex;
		}
	}

	private static void take(List<LoadStep> steps, Load load) {
		for (LoadStep step : steps) {
			try {
				step.action().accept(load);
			}
			catch (RuntimeException | Error ex) {
				logger.debug("Module '{}': failed to {}", load.request().source().module(), step.text());
				throw ex;
			}
		}
	}

	private static void abandon(Load load) {
		if (load.isOpen()) {
			unload(load);
		}
		else if (load.hasRuntime()) {
			close(load);
		}
		if (load.hasCopy()) {
			load.file().delete();
		}
	}

	private static void unload(Load load) {
		LoadedGeneration generation = load.generation();
		boolean gone = load.request().options().unloading()
				&& new GenerationUnloader(load.request().guard(), UnloadOptions.DEFAULT)
					.abandon(generation, CONSTRUCTORS)
					.outcome() == Outcome.UNLOADED;
		if (!gone) {
			logger.warn("Module '{}' stays mapped until the process ends, though it was refused",
					generation.source().module());
			PinnedLibraries.hold(generation);
			generation.owner().end();
		}
	}

	/** The loader has refused the library, and may have mapped parts of it. */
	private static void close(Load load) {
		load.owner().end();
		if (NativeAccess.current().mappings().of(load.file().path()).isEmpty()) {
			load.runtime().close(Cleanup.ALL);
		}
		else {
			PinnedLibraries.hold(load.request().imports());
		}
	}

	/**
	 * Leaves a generation in the process that will not be unloaded any more, once the
	 * guard lets nobody onto it. Its destructors run when threads or the process end:
	 * unless code of it is running, they call no Java code, which may have ended by then.
	 * @param generation the generation
	 * @param idle whether no call of it is running
	 */
	public void keepMapped(LoadedGeneration generation, boolean idle) {
		PinnedLibraries.hold(generation);
		if (idle && generation.runtime().threads().isEmpty()) {
			long noOpFree = this.runtimes.noOpFree();
			generation.imported()
				.forEach((function) -> generation.library()
					.fillSlots(function, this.runtimes.noOpImport(function), noOpFree));
		}
	}

}
