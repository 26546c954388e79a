// SPDX-License-Identifier: Apache-2.0
package dev.relib.module.lifecycle;

import java.util.Optional;
import java.util.concurrent.Future;

import dev.relib.module.call.OwnerThread;
import dev.relib.os.LoaderException;
import org.jspecify.annotations.Nullable;

/**
 * Closes the library on the thread that opened it, unless another library may call it.
 */
final class CloseLibrary implements UnloadStep {

	@Override
	public String text() {
		return "close the library";
	}

	@Override
	public @Nullable Obstacle take(Unload unload) {
		Future<@Nullable Obstacle> closing = unload.generation().owner().start(() -> close(unload));
		if (!Await.end(unload.options().beforeUnload(), closing)) {
			return Obstacle.pinned(EndStatics.NOT_RETURNED);
		}
		return OwnerThread.result(closing);
	}

	private static @Nullable Obstacle close(Unload unload) {
		LoadedGeneration generation = unload.generation();
		generation.runtime().beforeClose();
		Optional<String> kept = generation.look().keptPointer();
		if (kept.isPresent()) {
			return Obstacle.pointerKept(kept.get());
		}
		try {
			generation.library().close();
		}
		catch (LoaderException ex) {
			unload.loaderRefused(ex.getMessage());
		}
		return null;
	}

}
