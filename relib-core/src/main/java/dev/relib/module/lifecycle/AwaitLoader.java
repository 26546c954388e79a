// SPDX-License-Identifier: Apache-2.0
package dev.relib.module.lifecycle;

import java.time.Duration;

import dev.relib.module.UnloadReport.Reason;
import org.jspecify.annotations.Nullable;

/**
 * Waits until no library is being opened: the loader closes none meanwhile, and the
 * unload would wait for it without a limit.
 */
final class AwaitLoader implements UnloadStep {

	@Override
	public String text() {
		return "wait for the loader";
	}

	@Override
	public @Nullable Obstacle take(Unload unload) {
		Duration patience = LoaderTurn.isStalled() ? Duration.ZERO : unload.options().beforeUnload();
		return Await.until(patience, LoaderTurn::isFree) ? null
				: Obstacle.refused(Reason.LOADER_BUSY, LoaderTurn.holder(null));
	}

}
