// SPDX-License-Identifier: Apache-2.0
package dev.relib.module.lifecycle;

import org.jspecify.annotations.Nullable;

/**
 * Releases the resources that the module has not released, its private copy and its owner
 * thread.
 */
final class ReleaseResources implements UnloadStep {

	@Override
	public String text() {
		return "release its resources";
	}

	@Override
	public @Nullable Obstacle take(Unload unload) {
		LoadedGeneration generation = unload.generation();
		try {
			unload.leakReport(generation.runtime().close(unload.options().cleanup()));
			return null;
		}
		finally {
			generation.imports().threads().gone(generation.calls());
			generation.look().close();
			generation.copy().delete();
			generation.owner().end();
		}
	}

}
