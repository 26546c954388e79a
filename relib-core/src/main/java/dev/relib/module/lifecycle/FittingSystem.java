// SPDX-License-Identifier: Apache-2.0
package dev.relib.module.lifecycle;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import dev.relib.failure.ModuleLoadException;
import dev.relib.failure.UnsuitableSystemException;
import dev.relib.image.LibraryImage;
import dev.relib.image.search.NeededLibraries;
import dev.relib.module.Linkage.VersionNeeded;
import dev.relib.module.ModuleSource;
import dev.relib.module.NeededLibrary;
import dev.relib.os.NativeAccess;

/**
 * Refuses libraries that were built for another C library, or for newer versions of
 * symbols than this system's libraries define. The loader refuses them as well, and says
 * neither what the system has nor what to do.
 */
final class FittingSystem {

	private static final int MAX_KNOWN = 4096;

	/** Versions that libraries of this system define, and no upgrade takes away. */
	private static final Set<String> KNOWN = ConcurrentHashMap.newKeySet();

	private FittingSystem() {
	}

	static void require(ModuleSource source, LibraryImage image) {
		for (String needed : image.needed()) {
			if (needed.equals("libc.so") || needed.startsWith("libc.musl-") || needed.startsWith("ld-musl-")) {
				throw new UnsuitableSystemException(source,
						"it was built for musl (it needs " + needed + "), and this system has the GNU C library",
						"Build it for this system: on one with the GNU C library, in Rust for a target that ends in "
								+ "-gnu.");
			}
		}
		List<VersionNeeded> versions = image.linkage()
			.versionsNeeded()
			.stream()
			.filter((version) -> version.required() && !KNOWN.contains(key(version)))
			.toList();
		if (!versions.isEmpty()) {
			search(source, image);
			if (KNOWN.size() < MAX_KNOWN) {
				versions.forEach((version) -> KNOWN.add(key(version)));
			}
		}
	}

	private static String key(VersionNeeded version) {
		return version.library() + " " + version.version();
	}

	private static void search(ModuleSource source, LibraryImage image) {
		for (NeededLibrary needed : NeededLibraries.of(source.path(), image)) {
			Path path = needed.path();
			if (path != null && !needed.missingVersions().isEmpty() && isWhatTheLoaderTakes(path)) {
				SymbolVersion missing = SymbolVersion.newest(needed.missingVersions());
				throw new UnsuitableSystemException(source, problem(source, needed, missing, offered(path)),
						fix(missing, needed));
			}
		}
	}

	/** The loader takes what the process has already, wherever that comes from. */
	private static boolean isWhatTheLoaderTakes(Path path) {
		try {
			List<String> mapped = NativeAccess.current().mappings().of(path);
			String real = path.toRealPath().toString();
			return mapped.isEmpty() || mapped.stream().anyMatch((line) -> line.endsWith(real));
		}
		catch (IOException ex) {
			return false;
		}
	}

	private static List<String> offered(Path path) {
		try {
			return LibraryImage.read(ModuleSource.of(path.getFileName().toString(), path), path)
				.linkage()
				.versionsOffered();
		}
		catch (ModuleLoadException ex) {
			return List.of();
		}
	}

	private static String problem(ModuleSource source, NeededLibrary needed, SymbolVersion missing,
			List<String> offered) {
		String subject = needed.neededBy().equals(source.path().getFileName().toString()) ? "it was"
				: needed.neededBy() + ", which it needs, was";
		return subject + " built for " + missing.text() + " (" + needed.name() + "), and this system has "
				+ missing.newestOfThis(offered) + " (" + needed.path() + ")";
	}

	private static String fix(SymbolVersion missing, NeededLibrary needed) {
		return switch (missing.family()) {
			case "GLIBC" -> "Build it on the oldest system that it has to run on, for example in a container, or run "
					+ "on a newer system.";
			case "GLIBCXX", "CXXABI", "GCC" -> "Link it with -static-libstdc++ -static-libgcc, or build it on the "
					+ "oldest system that it has to run on.";
			default -> "Install a newer " + needed.name() + ", or build it with this system's.";
		};
	}

}
