// SPDX-License-Identifier: Apache-2.0
package dev.relib.module.lifecycle;

import dev.relib.module.UnloadReport.Reason;
import dev.relib.runtime.ModuleRuntime;
import org.jspecify.annotations.Nullable;

/**
 * Waits until the kernel has forgotten all threads of the module, and joins those that
 * the module has not joined.
 */
final class AwaitThreads implements UnloadStep {

	@Override
	public String text() {
		return "wait for the module's threads";
	}

	@Override
	public @Nullable Obstacle take(Unload unload) {
		return haveEnded(unload) ? null : Obstacle.refused(Reason.THREADS_RUNNING);
	}

	/**
	 * Waits for the threads that a destructor has started, when the unload cannot be
	 * refused any more.
	 * @param starter the destructor, with an article
	 */
	static @Nullable Obstacle startedBy(String starter, Unload unload) {
		return haveEnded(unload) ? null : Obstacle.pinned("a thread that " + starter + " has started is running");
	}

	private static boolean haveEnded(Unload unload) {
		ModuleRuntime runtime = unload.generation().runtime();
		boolean ended = Await.until(unload.options().threads(), () -> runtime.threads().isEmpty());
		if (ended) {
			runtime.joinEndedThreads();
		}
		return ended;
	}

}
