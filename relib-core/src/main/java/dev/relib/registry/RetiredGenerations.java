// SPDX-License-Identifier: Apache-2.0
package dev.relib.registry;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

import dev.relib.NativeModule;
import dev.relib.module.LeakReport;
import dev.relib.module.UnloadReport;
import dev.relib.module.UnloadReport.Outcome;
import dev.relib.module.UnloadReport.Reason;
import dev.relib.module.lifecycle.GenerationUnloader;
import dev.relib.module.lifecycle.LoadedGeneration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The replaced generations of one module that are not unloaded yet. Operations of the
 * module change them, any thread reads them.
 */
final class RetiredGenerations {

	private static final Logger logger = LoggerFactory.getLogger(NativeModule.class);

	private final GenerationUnloader unloader;

	private final Consumer<UnloadReport> reports;

	private final List<LoadedGeneration> generations = new CopyOnWriteArrayList<>();

	/** What the last attempt said, by generation. */
	private final Map<LoadedGeneration, UnloadReport> refusals = new ConcurrentHashMap<>();

	RetiredGenerations(GenerationUnloader unloader, Consumer<UnloadReport> reports) {
		this.unloader = unloader;
		this.reports = reports;
	}

	/** Returns all of them, the oldest first. */
	List<LoadedGeneration> all() {
		return this.generations;
	}

	/**
	 * Returns why each of them is still loaded, the oldest first. One whose unload has
	 * not ended yet is left out.
	 */
	List<UnloadReport> refusals() {
		return this.generations.stream().map(this.refusals::get).filter(Objects::nonNull).toList();
	}

	void add(LoadedGeneration generation) {
		this.generations.add(generation);
	}

	/**
	 * Unloads a generation. If that is refused, the generation is kept for
	 * {@link #retry}.
	 */
	UnloadReport unload(LoadedGeneration generation) {
		this.generations.add(generation);
		UnloadReport report = tryUnload(generation);
		keep(generation, report);
		this.reports.accept(report);
		return report;
	}

	/** A failure refuses the unload, so that the generation is counted. */
	private UnloadReport tryUnload(LoadedGeneration generation) {
		Instant started = Instant.now();
		try {
			return this.unloader.unload(generation);
		}
		catch (RuntimeException | Error ex) {
			logger.error("Can not unload {}", generation.calls(), ex);
			return new UnloadReport(generation.id(), Outcome.REFUSED, Reason.UNLOAD_FAILED, ex.toString(), started,
					Duration.between(started, Instant.now()), 0, List.of(), List.of(), LeakReport.NOT_COUNTED,
					List.of());
		}
	}

	private void keep(LoadedGeneration generation, UnloadReport report) {
		if (report.outcome() == Outcome.REFUSED) {
			this.refusals.put(generation, report);
		}
		else {
			this.generations.remove(generation);
			this.refusals.remove(generation);
		}
	}

	/** Forgets all of them, which stay loaded. */
	void clear() {
		this.generations.clear();
		this.refusals.clear();
	}

	/** Unloads a generation unless another operation has done so. */
	void unloadIfRetired(LoadedGeneration generation) {
		if (this.generations.remove(generation)) {
			unload(generation);
		}
	}

	/** Unloads the generations that are ready by now, with short timeouts. */
	void retry() {
		this.generations.forEach(this::retry);
	}

	/** A failure leaves the generation here, and does not stop the operation. */
	private void retry(LoadedGeneration generation) {
		try {
			UnloadReport report = this.unloader.retry(generation);
			keep(generation, report);
			if (report.outcome() != Outcome.REFUSED) {
				this.reports.accept(report);
			}
		}
		catch (RuntimeException | Error ex) {
			logger.error("Can not unload {}", generation.calls(), ex);
		}
	}

}
