// SPDX-License-Identifier: Apache-2.0
package dev.relib.module.lifecycle;

import java.util.ArrayList;
import java.util.List;

import dev.relib.module.LeakReport;
import dev.relib.module.ModuleThread;
import dev.relib.module.UnloadOptions;
import dev.relib.module.UnloadReport.Outcome;
import dev.relib.module.UnloadReport.Reason;
import dev.relib.module.UnloadReport;
import dev.relib.module.call.CallGuard;
import org.jspecify.annotations.Nullable;

/**
 * The intermediate results of one attempt to unload a generation.
 */
final class Unload {

	private final LoadedGeneration generation;

	private final CallGuard guard;

	private final UnloadOptions options;

	private final Stopwatch watch = new Stopwatch();

	private @Nullable String loaderRefusal;

	private @Nullable Obstacle remaining;

	private LeakReport leaks = LeakReport.NOT_COUNTED;

	/** Threads that the last look at all threads has seen inside the library. */
	private List<ModuleThread> seen = List.of();

	Unload(LoadedGeneration generation, CallGuard guard, UnloadOptions options) {
		this.generation = generation;
		this.guard = guard;
		this.options = options;
	}

	LoadedGeneration generation() {
		return this.generation;
	}

	CallGuard guard() {
		return this.guard;
	}

	UnloadOptions options() {
		return this.options;
	}

	int callsInFlight() {
		return this.guard.callsInFlight(this.generation.calls());
	}

	/** Returns why the loader has not closed the library; {@code null} if it has. */
	@Nullable String loaderRefusal() {
		return this.loaderRefusal;
	}

	void loaderRefused(@Nullable String refusal) {
		this.loaderRefusal = refusal;
	}

	/** Returns what has not gone with the library; {@code null} if there is nothing. */
	@Nullable Obstacle remaining() {
		return this.remaining;
	}

	void remaining(@Nullable Obstacle parts) {
		this.remaining = parts;
	}

	List<ModuleThread> seen() {
		return this.seen;
	}

	void seen(List<ModuleThread> threads) {
		this.seen = threads;
	}

	void leakReport(LeakReport found) {
		this.leaks = found;
	}

	UnloadReport stopped(Obstacle obstacle) {
		this.generation.look().stays();
		return report(obstacle, (obstacle.outcome() == Outcome.REFUSED) ? threads() : List.of());
	}

	private UnloadReport report(Obstacle obstacle, List<ModuleThread> threads) {
		return report(obstacle.outcome(), obstacle.reason(), obstacle.detail(), threads, obstacle.mappings());
	}

	/** A thread may be known to the module's runtime and have been seen as well. */
	private List<ModuleThread> threads() {
		List<ModuleThread> threads = new ArrayList<>(this.generation.runtime().threads());
		List<Long> known = threads.stream().map(ModuleThread::id).toList();
		this.seen.stream().filter((thread) -> !known.contains(thread.id())).forEach(threads::add);
		return threads;
	}

	/** The library has gone, and its ledger is closed. */
	UnloadReport done() {
		Obstacle parts = this.remaining;
		return (parts != null) ? report(parts, List.of()) : report(Outcome.UNLOADED, null, null, List.of(), List.of());
	}

	private UnloadReport report(Outcome outcome, @Nullable Reason reason, @Nullable String detail,
			List<ModuleThread> threads, List<String> mappings) {
		return new UnloadReport(this.generation.id(), outcome, reason, detail, this.watch.started(),
				this.watch.elapsed(), callsInFlight(), threads, mappings, this.leaks,
				this.generation.watch().changes());
	}

}
