package dev.relib.module.lifecycle;

import java.time.Duration;
import java.util.List;

import dev.relib.module.UnloadOptions;
import dev.relib.module.UnloadReport.Outcome;
import dev.relib.module.UnloadReport;
import dev.relib.module.call.CallGuard;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes a generation out of the process, step by step, and stops at the first step that
 * is not safe.
 */
public final class GenerationUnloader {

	private static final Logger logger = LoggerFactory.getLogger(GenerationUnloader.class);

	private static final AwaitThreads AWAIT_THREADS = new AwaitThreads();

	/** An unload that ends here leaves a module that goes on as before. */
	private static final List<UnloadStep> REVERSIBLE = List.of(new DrainCalls(), new RunBeforeUnload(),
			new DrainCalls(), AWAIT_THREADS);

	/**
	 * From the first of these on there is no way back: whatever goes wrong, the
	 * generation is not used again.
	 */
	private static final List<UnloadStep> FINAL = List.of(new EndThreadLocals(), new EndStatics(), new CloseLibrary(),
			new ReadMaps(), new ReleaseResources());

	private static final Duration RETRY = Duration.ofMillis(100);

	private final CallGuard guard;

	private final UnloadOptions options;

	/**
	 * Creates an unloader.
	 * @param guard the guard of the module, which lets nobody onto the generations to
	 * unload
	 * @param options how long to wait
	 */
	public GenerationUnloader(CallGuard guard, UnloadOptions options) {
		this.guard = guard;
		this.options = options;
	}

	/**
	 * Unloads a generation that the guard lets nobody onto any more. May be called again
	 * after a refusal, which runs the module's {@code before_unload} again.
	 * @param generation the generation
	 * @return what was done and found
	 */
	public UnloadReport unload(LoadedGeneration generation) {
		return take(REVERSIBLE, new Unload(generation, this.guard, this.options));
	}

	/**
	 * Unloads a generation that was refused before and may be ready now, without waiting
	 * for long.
	 * @param generation the generation
	 * @return what was done and found
	 */
	public UnloadReport retry(LoadedGeneration generation) {
		return take(REVERSIBLE, new Unload(generation, this.guard, this.options.atMost(RETRY)));
	}

	/**
	 * Waits for the calls of a generation to return, as long as an unload would.
	 * @param generation a generation that the guard lets nobody onto any more
	 * @return {@code false} if a call has not returned
	 */
	public boolean drain(LoadedGeneration generation) {
		return new DrainCalls().take(new Unload(generation, this.guard, this.options)) == null;
	}

	/**
	 * Unloads a generation that was never called, as its load has failed. Its
	 * constructors may have started threads and registered destructors.
	 * @param patience how long to wait for each of them
	 */
	UnloadReport abandon(LoadedGeneration generation, Duration patience) {
		return take(List.of(AWAIT_THREADS), new Unload(generation, this.guard, this.options.atMost(patience)));
	}

	private static UnloadReport take(List<UnloadStep> reversible, Unload unload) {
		for (UnloadStep step : reversible) {
			Obstacle obstacle = step.take(unload);
			if (obstacle != null) {
				return unload.stopped(obstacle);
			}
		}
		Obstacle obstacle = finish(unload);
		if (obstacle == null) {
			return unload.done();
		}
		if (obstacle.outcome() == Outcome.PINNED) {
			PinnedLibraries.hold(unload.generation());
		}
		return unload.stopped(obstacle);
	}

	private static @Nullable Obstacle finish(Unload unload) {
		for (UnloadStep step : FINAL) {
			try {
				Obstacle obstacle = step.take(unload);
				if (obstacle != null) {
					return obstacle;
				}
			}
			catch (RuntimeException | Error ex) {
				logger.error("Module '{}', generation {}, stays half unloaded: failed to {}",
						unload.generation().source().module(), unload.generation().id(), step.text(), ex);
				return Obstacle.pinned(ex.toString());
			}
		}
		return null;
	}

}
