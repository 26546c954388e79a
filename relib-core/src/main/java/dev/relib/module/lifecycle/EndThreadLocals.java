// SPDX-License-Identifier: Apache-2.0
package dev.relib.module.lifecycle;

import java.time.Duration;
import java.util.concurrent.Future;

import dev.relib.module.UnloadOptions;
import dev.relib.module.UnloadReport.Reason;
import dev.relib.module.call.OwnerThread;
import dev.relib.runtime.ModuleRuntime;
import org.jspecify.annotations.Nullable;

/**
 * Runs or abandons the destructors of thread-locals that living threads have registered.
 * The module cannot continue afterwards. The unload is refused without any change if an
 * ending thread is inside such a destructor.
 */
final class EndThreadLocals implements UnloadStep {

	@Override
	public String text() {
		return "end destructors of thread-locals";
	}

	@Override
	public @Nullable Obstacle take(Unload unload) {
		ModuleRuntime runtime = unload.generation().runtime();
		UnloadOptions options = unload.options();
		Future<Boolean> ending = unload.generation()
			.owner()
			.start(() -> runtime.endDestructors(options.cleanup(), options.threads()));
		Duration patience = options.threads().plus(options.beforeUnload());
		if (!Await.end(patience, ending)) {
			return Obstacle.pinned("destructors of its thread-locals have not returned");
		}
		if (!OwnerThread.result(ending)) {
			return Obstacle.refused(Reason.DESTRUCTORS_RUNNING);
		}
		return AwaitThreads.startedBy("a destructor of its thread-locals", unload);
	}

}
