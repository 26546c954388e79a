// SPDX-License-Identifier: Apache-2.0
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
 * Unloads a generation in steps, and stops at the first step that is unsafe.
 */
public final class GenerationUnloader {

	private static final Logger logger = LoggerFactory.getLogger(GenerationUnloader.class);

	private static final AwaitThreads AWAIT_THREADS = new AwaitThreads();

	private static final LookAtThreads LOOK_AT_THREADS = LookAtThreads.first();

	/** Steps after which the module can still continue. */
	private static final List<UnloadStep> REVERSIBLE = List.of(new AwaitLoader(), new DrainCalls(),
			new RunBeforeUnload(), new DrainCalls(), AWAIT_THREADS, LOOK_AT_THREADS);

	/** Steps from whose first change on the generation cannot be used again. */
	private static final List<UnloadStep> FINAL = List.of(new EndThreadLocals(), new EndStatics(), LookAtThreads.last(),
			new CloseLibrary(), new ReadMaps(), new ReleaseResources());

	private static final Duration RETRY = Duration.ofMillis(100);

	private final CallGuard guard;

	private final UnloadOptions options;

	/**
	 * Creates an unloader.
	 * @param guard the guard of the module
	 * @param options the timeouts and the cleanup
	 */
	public GenerationUnloader(CallGuard guard, UnloadOptions options) {
		this.guard = guard;
		this.options = options;
	}

	/**
	 * Unloads a generation that has stopped serving. It may be called again after a
	 * refusal, and then runs {@code before_unload} again.
	 * @param generation the generation
	 * @return the report
	 */
	public UnloadReport unload(LoadedGeneration generation) {
		return take(REVERSIBLE, new Unload(generation, this.guard, this.options));
	}

	/**
	 * Unloads a generation after an earlier refusal, with short timeouts.
	 * @param generation the generation
	 * @return the report
	 */
	public UnloadReport retry(LoadedGeneration generation) {
		return take(REVERSIBLE, new Unload(generation, this.guard, this.options.atMost(RETRY)));
	}

	/**
	 * Waits for the calls of a generation to return, with the timeout of an unload.
	 * @param generation a generation that has stopped serving
	 * @return {@code false} if a call has not returned
	 */
	public boolean drain(LoadedGeneration generation) {
		return new DrainCalls().take(new Unload(generation, this.guard, this.options)) == null;
	}

	/**
	 * Unloads a generation whose load has failed. It was never called, but its
	 * constructors may have started threads and registered destructors.
	 * @param patience the limit of each wait
	 */
	UnloadReport abandon(LoadedGeneration generation, Duration patience) {
		return take(List.of(AWAIT_THREADS, LOOK_AT_THREADS),
				new Unload(generation, this.guard, this.options.atMost(patience)));
	}

	private static UnloadReport take(List<UnloadStep> reversible, Unload unload) {
		for (UnloadStep step : reversible) {
			Obstacle obstacle = step.take(unload);
			if (obstacle != null) {
				return unload.stopped(obstacle);
			}
		}
		Obstacle obstacle = finish(unload);
		unload.guard().forget(unload.generation().calls());
		UnloadReport report = (obstacle != null) ? unload.stopped(obstacle) : unload.done();
		if (report.outcome() == Outcome.PINNED) {
			PinnedLibraries.hold(unload.generation());
		}
		return report;
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
