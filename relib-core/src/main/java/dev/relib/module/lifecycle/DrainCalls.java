// SPDX-License-Identifier: Apache-2.0
package dev.relib.module.lifecycle;

import dev.relib.module.UnloadReport.Reason;
import org.jspecify.annotations.Nullable;

/**
 * Waits until the generation's calls have returned, apart from a {@code before_unload}
 * that an earlier attempt has left running.
 */
final class DrainCalls implements UnloadStep {

	@Override
	public String text() {
		return "wait for calls in flight";
	}

	@Override
	public @Nullable Obstacle take(Unload unload) {
		boolean drained = Await.until(unload.options().drain(), () -> isDrained(unload));
		return drained ? null : Obstacle.refused(Reason.CALLS_IN_FLIGHT);
	}

	/**
	 * Counts first: a {@code before_unload} that ends in between must not hide a call.
	 */
	private static boolean isDrained(Unload unload) {
		int calls = unload.callsInFlight();
		return calls == 0 || calls == 1 && unload.generation().isPreparing();
	}

}
