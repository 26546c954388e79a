// SPDX-License-Identifier: Apache-2.0
package dev.relib.inspect;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import dev.relib.failure.ModuleLoadException;
import dev.relib.image.LibraryImage;
import dev.relib.module.Hazard.Type;
import dev.relib.module.Hazard;
import dev.relib.module.ModuleSource;
import dev.relib.module.NeededLibrary;

/**
 * Finds the hazards in the libraries that a library needs.
 */
final class NeededHazards {

	/** Libraries of the system, which stay when a module goes. */
	private static final Pattern OF_THE_SYSTEM = Pattern
		.compile("(libc|libm|libdl|libpthread|librt|libgcc_s|libstdc\\+\\+|ld-linux.*)\\.so.*");

	private static final Set<String> THREAD_STARTS = Set.of("pthread_create", "thrd_create");

	private NeededHazards() {
	}

	static Stream<Hazard> of(List<NeededLibrary> needed) {
		return needed.stream().flatMap(NeededHazards::of);
	}

	private static Stream<Hazard> of(NeededLibrary library) {
		Stream<Hazard> place = switch (library.status()) {
			case MISSING -> Stream.of(new Hazard(Type.MISSING_LIBRARY,
					library.neededBy() + " needs " + library.name() + ", which is not on this machine",
					"Install it, or name its directory in LD_LIBRARY_PATH before the JVM starts."));
			case FOUND, NOT_SEARCHED -> Stream.empty();
		};
		return Stream.of(place, threads(library), versions(library)).flatMap((hazards) -> hazards);
	}

	private static Stream<Hazard> threads(NeededLibrary library) {
		Path path = library.path();
		if (path == null || OF_THE_SYSTEM.matcher(library.name()).matches() || !startsThreads(path)) {
			return Stream.empty();
		}
		return Stream.of(new Hazard(Type.THREADS_OF_NEEDED_LIBRARY,
				library.neededBy() + " needs " + path + ", which starts threads: while one runs, and nobody else needs "
						+ "that library, an unload is refused",
				"Have before_unload end them."));
	}

	private static boolean startsThreads(Path library) {
		try {
			return LibraryImage.read(ModuleSource.of(library.toString(), library), library)
				.symbolTable()
				.needed()
				.stream()
				.anyMatch((symbol) -> THREAD_STARTS.contains(symbol.name()));
		}
		catch (ModuleLoadException ex) {
			return false;
		}
	}

	private static Stream<Hazard> versions(NeededLibrary library) {
		return library.missingVersions()
			.stream()
			.map((version) -> new Hazard(Type.MISSING_VERSION,
					library.neededBy() + " needs " + version + " of " + library.name() + ", which " + library.path()
							+ " does not have",
					"Build it on a system as old as this one, or bring a newer " + library.name() + "."));
	}

}
