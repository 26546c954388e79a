// SPDX-License-Identifier: Apache-2.0
package dev.relib.module.lifecycle;

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

	private LeakReport leaks = LeakReport.NONE;

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

	void leakReport(LeakReport found) {
		this.leaks = found;
	}

	UnloadReport stopped(Obstacle obstacle) {
		List<ModuleThread> threads = (obstacle.outcome() == Outcome.REFUSED) ? this.generation.runtime().threads()
				: List.of();
		return report(obstacle.outcome(), obstacle.reason(), obstacle.detail(), threads, obstacle.mappings());
	}

	UnloadReport done() {
		return report(Outcome.UNLOADED, null, null, List.of(), List.of());
	}

	private UnloadReport report(Outcome outcome, @Nullable Reason reason, @Nullable String detail,
			List<ModuleThread> threads, List<String> mappings) {
		return new UnloadReport(this.generation.id(), outcome, reason, detail, this.watch.started(),
				this.watch.elapsed(), callsInFlight(), threads, mappings, this.leaks);
	}

}
