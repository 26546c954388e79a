// SPDX-License-Identifier: Apache-2.0
package dev.relib.module.lifecycle;

import java.util.Optional;
import java.util.concurrent.Future;

import dev.relib.marshal.ExportCall;
import dev.relib.module.ProcessChange.During;
import dev.relib.module.UnloadReport.Reason;
import dev.relib.module.call.LifecycleFunction;
import dev.relib.module.call.OwnerThread;
import org.jspecify.annotations.Nullable;

/**
 * Runs the module's {@code before_unload} on its owner thread. Imports still work.
 */
final class RunBeforeUnload implements UnloadStep {

	@Override
	public String text() {
		return "run before_unload";
	}

	@Override
	public @Nullable Obstacle take(Unload unload) {
		LoadedGeneration generation = unload.generation();
		Optional<ExportCall> function = generation.lifecycle(LifecycleFunction.BEFORE_UNLOAD);
		if (function.isEmpty()) {
			return null;
		}
		Future<@Nullable String> running = generation.prepare(() -> generation.watch()
			.during(During.BEFORE_UNLOAD, () -> unload.guard().run(generation.calls(), function.get())));
		if (!Await.end(unload.options().beforeUnload(), running)) {
			return Obstacle.refused(Reason.BEFORE_UNLOAD_RUNNING);
		}
		String failure = OwnerThread.result(running);
		return (failure != null) ? Obstacle.refused(Reason.BEFORE_UNLOAD_FAILED, failure) : null;
	}

}
