package dev.relib.module.lifecycle;

import org.jspecify.annotations.Nullable;

/**
 * Frees what the module has left behind, and everything that the host has kept for it.
 */
final class CleanUp implements UnloadStep {

	@Override
	public String text() {
		return "free leaks";
	}

	@Override
	public @Nullable Obstacle take(Unload unload) {
		LoadedGeneration generation = unload.generation();
		unload.left(generation.runtime().close(unload.options().cleanup()));
		generation.copy().delete();
		generation.owner().end();
		return null;
	}

}
