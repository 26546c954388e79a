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
		int preparing = unload.generation().isPreparing() ? 1 : 0;
		boolean drained = Await.until(unload.options().drain(), () -> unload.callsInFlight() <= preparing);
		return drained ? null : Obstacle.refused(Reason.CALLS_IN_FLIGHT);
	}

}
