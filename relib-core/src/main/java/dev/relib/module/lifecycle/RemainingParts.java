// SPDX-License-Identifier: Apache-2.0
package dev.relib.module.lifecycle;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

import dev.relib.failure.ModuleLoadException;
import dev.relib.image.LibraryImage;
import dev.relib.module.Hazard;
import dev.relib.module.ModuleKind;
import dev.relib.module.ModuleSource;
import dev.relib.os.Mappings;
import dev.relib.os.NativeAccess;
import dev.relib.runtime.RemainingLibrary;
import org.jspecify.annotations.Nullable;

/**
 * The libraries that only a module needed and that have not gone with it. One that is
 * made to stay, as C++'s own, belongs to the process from its first load on, and so does
 * all that a module of upstream's crates needs.
 */
final class RemainingParts {

	private static final String UNKNOWN = "something has opened it and not closed it, or a thread has yet to run "
			+ "destructors of its thread-locals";

	private RemainingParts() {
	}

	/** Returns what keeps the module from being gone; {@code null} if it is. */
	static @Nullable Obstacle of(LoadedGeneration generation) {
		if (generation.inspection().kind() == ModuleKind.UPSTREAM) {
			return null;
		}
		List<RemainingLibrary> remaining = generation.look()
			.remaining()
			.stream()
			.filter((library) -> !isMadeToStay(library.file()))
			.toList();
		if (remaining.isEmpty()) {
			return null;
		}
		List<String> mappings = remaining.stream().flatMap((library) -> mappings(library.file()).stream()).toList();
		return Obstacle.pinned(describe(remaining.get(0)), mappings);
	}

	private static boolean isMadeToStay(Path file) {
		try {
			return LibraryImage.read(ModuleSource.of(file.toString(), file), file)
				.hazards()
				.stream()
				.anyMatch(Hazard::pins);
		}
		catch (ModuleLoadException ex) {
			return false;
		}
	}

	/** Libraries elsewhere may have the same name. */
	private static List<String> mappings(Path file) {
		Mappings mappings = NativeAccess.current().mappings();
		Path real = real(file);
		List<String> named = mappings.of(real);
		List<String> exact = named.stream().filter((line) -> line.endsWith(" " + real)).toList();
		return exact.isEmpty() ? named : exact;
	}

	private static Path real(Path file) {
		try {
			return file.toRealPath();
		}
		catch (IOException ex) {
			return file;
		}
	}

	private static String describe(RemainingLibrary library) {
		return library.file() + ", which only this module needs, has not gone with it: "
				+ (library.reference().isEmpty() ? UNKNOWN : library.reference());
	}

}
