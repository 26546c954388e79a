// SPDX-License-Identifier: Apache-2.0
package dev.relib.module.lifecycle;

import java.io.UncheckedIOException;
import java.util.List;

import dev.relib.os.NativeAccess;
import org.jspecify.annotations.Nullable;

/**
 * Verifies in the process maps that the library is gone, with those that only it needed:
 * a successful {@code dlclose} does not prove it.
 */
final class ReadMaps implements UnloadStep {

	@Override
	public String text() {
		return "read the process maps";
	}

	@Override
	public @Nullable Obstacle take(Unload unload) {
		Obstacle own = findOwn(unload);
		if (own == null) {
			findParts(unload);
		}
		return own;
	}

	private static @Nullable Obstacle findOwn(Unload unload) {
		String refusal = unload.loaderRefusal();
		if (refusal == null && unload.generation().look().isGone()) {
			return null;
		}
		List<String> mappings;
		try {
			mappings = NativeAccess.current().mappings().of(unload.generation().copy().path());
		}
		catch (UncheckedIOException ex) {
			return Obstacle.pinned(ex.toString());
		}
		if (refusal != null) {
			return Obstacle.pinned(refusal, mappings);
		}
		return mappings.isEmpty() ? null : Obstacle.pinned(Keeper.of(unload.generation()), mappings);
	}

	/** What the library has left is released all the same. */
	private static void findParts(Unload unload) {
		Obstacle remaining = RemainingParts.of(unload.generation());
		unload.remaining(remaining);
		if (remaining != null) {
			unload.generation().look().stays();
		}
	}

}
