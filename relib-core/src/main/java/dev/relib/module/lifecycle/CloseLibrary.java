// SPDX-License-Identifier: Apache-2.0
package dev.relib.module.lifecycle;

import java.util.concurrent.Future;

import dev.relib.module.call.OwnerThread;
import dev.relib.os.LoaderException;
import org.jspecify.annotations.Nullable;

/**
 * Closes the library on the thread that opened it.
 */
final class CloseLibrary implements UnloadStep {

	@Override
	public String text() {
		return "close the library";
	}

	@Override
	public @Nullable Obstacle take(Unload unload) {
		LoadedGeneration generation = unload.generation();
		Future<@Nullable String> closing = generation.owner().start(() -> close(generation));
		if (!Await.until(unload.options().beforeUnload(), closing::isDone)) {
			return Obstacle.pinned(EndStatics.NOT_RETURNED);
		}
		unload.loaderRefused(OwnerThread.result(closing));
		return null;
	}

	private static @Nullable String close(LoadedGeneration generation) {
		try {
			generation.runtime().beforeClose();
			generation.library().close();
			return null;
		}
		catch (LoaderException ex) {
			return ex.getMessage();
		}
	}

}
