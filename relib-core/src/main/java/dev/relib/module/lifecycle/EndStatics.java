// SPDX-License-Identifier: Apache-2.0
package dev.relib.module.lifecycle;

import java.util.concurrent.Future;

import dev.relib.module.call.OwnerThread;
import org.jspecify.annotations.Nullable;

/**
 * Runs the destructors of the module's static objects before the library is closed,
 * because {@code dlclose} would run them under the loader's lock.
 */
final class EndStatics implements UnloadStep {

	static final String NOT_RETURNED = "its destructors have not returned";

	@Override
	public String text() {
		return "destroy static objects";
	}

	@Override
	public @Nullable Obstacle take(Unload unload) {
		Future<Boolean> ending = unload.generation().owner().start(() -> {
			unload.generation().runtime().endStatics();
			return true;
		});
		if (!Await.end(unload.options().beforeUnload(), ending)) {
			return Obstacle.pinned(NOT_RETURNED);
		}
		OwnerThread.result(ending);
		return AwaitThreads.startedBy("a static destructor", unload);
	}

}
