// SPDX-License-Identifier: Apache-2.0
package dev.relib.registry;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import dev.relib.ModuleDefinition;
import dev.relib.ModuleEvent;
import dev.relib.NativeModule;
import dev.relib.failure.TooManyGenerationsException;
import dev.relib.module.LeakReport;
import dev.relib.module.ModuleState;
import dev.relib.module.UnloadReport.Outcome;
import dev.relib.module.UnloadReport.Reason;
import dev.relib.module.UnloadReport;
import dev.relib.module.lifecycle.GenerationUnloader;
import dev.relib.module.lifecycle.LoadedGeneration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Unloads the generations of one module: the one that serves, replaced ones, and all of
 * them when the registry closes. Called by the module's operations.
 */
final class Unloads {

	private static final Logger logger = LoggerFactory.getLogger(NativeModule.class);

	private final ModuleDefinition definition;

	private final ModuleEnvironment environment;

	private final Operations operations;

	private final Serving serving;

	private final GenerationUnloader unloader;

	private final RetiredGenerations retired;

	Unloads(ModuleDefinition definition, ModuleEnvironment environment, Operations operations, Serving serving) {
		this.definition = definition;
		this.environment = environment;
		this.operations = operations;
		this.serving = serving;
		this.unloader = new GenerationUnloader(serving.guard(), environment.unloadOptions());
		this.retired = new RetiredGenerations(this.unloader, this::record);
	}

	private String name() {
		return this.definition.name();
	}

	/** Whether the module may be unloaded at all. */
	boolean areOn() {
		return this.definition.options().unloading();
	}

	/** Returns the replaced generations that are not unloaded yet, the oldest first. */
	List<LoadedGeneration> retired() {
		return this.retired.all();
	}

	/**
	 * Unloads the replaced generations that are ready by now, and requires that there is
	 * room for one more.
	 * @throws TooManyGenerationsException if as many as allowed are left
	 */
	void requireRoom() {
		this.retired.retry();
		List<UnloadReport> refusals = this.retired.refusals();
		if (!refusals.isEmpty() && refusals.size() >= this.environment.maxRetired()) {
			throw new TooManyGenerationsException(name(), this.environment.maxRetired(), refusals);
		}
	}

	/** Unloads the generation that serves. */
	UnloadReport unload() {
		LoadedGeneration loaded = this.serving.generation();
		if (!areOn()) {
			return refuse(Reason.UNLOADING_OFF);
		}
		return (loaded != null) ? unload(loaded) : refuse(Reason.NOT_LOADED);
	}

	private UnloadReport unload(LoadedGeneration loaded) {
		this.serving.stop(ModuleState.UNLOADING);
		UnloadReport report = tryUnload(loaded);
		if (report.outcome() == Outcome.REFUSED) {
			this.serving.start(loaded);
		}
		else {
			this.environment.claims().release(name());
			this.serving.end((report.outcome() == Outcome.UNLOADED) ? ModuleState.UNLOADED : ModuleState.PINNED);
		}
		record(report);
		if (report.outcome() != Outcome.REFUSED) {
			this.retired.retry();
		}
		return report;
	}

	private UnloadReport tryUnload(LoadedGeneration loaded) {
		try {
			return this.unloader.unload(loaded);
		}
		catch (RuntimeException | Error ex) {
			this.serving.start(loaded);
			throw ex;
		}
	}

	/** Reports an unload that was not attempted. */
	UnloadReport refuse(Reason reason) {
		LoadedGeneration loaded = this.serving.generation();
		UnloadReport report = new UnloadReport((loaded != null) ? loaded.id() : 0, Outcome.REFUSED, reason, null,
				Instant.now(), Duration.ZERO, (loaded != null) ? this.serving.guard().callsInFlight(loaded.calls()) : 0,
				List.of(), List.of(), LeakReport.NOT_COUNTED, List.of());
		record(report);
		return report;
	}

	/**
	 * Unloads a replaced generation. If the calling thread is inside a call of the
	 * module, another thread unloads it, because that call may run on it.
	 * @return the report, {@code null} if another thread unloads it
	 */
	@Nullable UnloadReport retire(LoadedGeneration replaced) {
		if (!this.serving.guard().insideCall()) {
			return this.retired.unload(replaced);
		}
		this.retired.add(replaced);
		Thread drain = new Thread(() -> this.operations.run(() -> {
			this.retired.unloadIfRetired(replaced);
			return replaced;
		}), "relib-drain-" + name() + "-" + replaced.id());
		drain.setDaemon(true);
		drain.start();
		return null;
	}

	/**
	 * Unloads a generation that was loaded and cannot serve.
	 * @param failure why it can not, which suppresses a failure of the unload
	 */
	void discard(LoadedGeneration loaded, Throwable failure) {
		try {
			if (areOn()) {
				this.retired.unload(loaded);
			}
			else {
				this.environment.loader().keepMapped(loaded, true);
			}
		}
		catch (RuntimeException | Error ex) {
			failure.addSuppressed(ex);
		}
	}

	/**
	 * Unloads all generations. A generation that cannot be unloaded stays mapped until
	 * the process ends.
	 */
	void close() {
		this.retired.retry();
		for (LoadedGeneration left : this.retired.all()) {
			logger.warn("Generation {} of module '{}' stays mapped until the process ends", left.id(), name());
			this.environment.loader().keepMapped(left, false);
		}
		this.retired.clear();
		LoadedGeneration loaded = this.serving.generation();
		if (loaded != null && areOn()) {
			unloadForGood(loaded);
		}
		else if (loaded != null) {
			this.serving.stop(ModuleState.PINNED);
			this.serving.end(ModuleState.PINNED);
			this.environment.loader().keepMapped(loaded, this.unloader.drain(loaded));
		}
	}

	/**
	 * Keeps the stubs of a generation reachable if its unload is refused: its code may
	 * still run and call them.
	 */
	private void unloadForGood(LoadedGeneration loaded) {
		try {
			UnloadReport report = this.serving.guard().insideCall() ? refuse(Reason.INSIDE_CALL) : unload(loaded);
			if (report.outcome() == Outcome.REFUSED) {
				logger.warn("module '{}' is not unloaded: {}. Its library stays mapped until the process ends.", name(),
						report.describe());
			}
		}
		finally {
			if (this.serving.generation() != null) {
				this.environment.loader().keepMapped(loaded, false);
			}
		}
	}

	private void record(UnloadReport report) {
		ModuleEvent.Kind kind = switch (report.outcome()) {
			case UNLOADED -> ModuleEvent.Kind.UNLOADED;
			case PINNED -> ModuleEvent.Kind.PINNED;
			case REFUSED -> ModuleEvent.Kind.UNLOAD_REFUSED;
		};
		this.operations.record(new ModuleEvent(name(), kind, report.generation(), report.started(), report.duration(),
				report.describe(), report));
	}

}
