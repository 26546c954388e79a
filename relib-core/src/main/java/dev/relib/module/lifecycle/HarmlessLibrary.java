// SPDX-License-Identifier: Apache-2.0
package dev.relib.module.lifecycle;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;

import dev.relib.failure.ExecutableStackException;
import dev.relib.failure.ModuleLoadException;
import dev.relib.failure.SanitizerException;
import dev.relib.image.LibraryImage;
import dev.relib.image.Sanitizer;
import dev.relib.image.search.NeededLibraries;
import dev.relib.module.Hazard;
import dev.relib.module.ModuleSource;
import dev.relib.module.NeededLibrary;
import dev.relib.os.NativeAccess;

/**
 * Refuses libraries that would end or damage the process by being opened, and those that
 * need such libraries.
 */
final class HarmlessLibrary {

	/** What nearly all libraries need, and nothing else is looked for in. */
	private static final Set<String> OF_THE_SYSTEM = Set.of("libc.so.6", "libm.so.6", "libdl.so.2", "libpthread.so.0",
			"librt.so.1", "libgcc_s.so.1", "libstdc++.so.6", "ld-linux-x86-64.so.2", "ld-linux-aarch64.so.1");

	private HarmlessLibrary() {
	}

	static void require(ModuleSource source, LibraryImage image) {
		for (Hazard hazard : image.hazards()) {
			switch (hazard.type()) {
				case NEEDS_EXECUTABLE_STACK ->
					throw new ExecutableStackException(source, hazard.problem(), hazard.fix());
				case SANITIZER -> requireRuntime(source, image, hazard.problem(), hazard.fix());
				default -> {
				}
			}
		}
		if (!OF_THE_SYSTEM.containsAll(image.needed())) {
			NeededLibraries.of(source.path(), image)
				.stream()
				.filter((needed) -> needed.path() != null && !OF_THE_SYSTEM.contains(needed.name()))
				.forEach((needed) -> requireNeeded(source, needed, needed.path()));
		}
	}

	private static void requireRuntime(ModuleSource source, LibraryImage image, String problem, String fix) {
		for (Sanitizer sanitizer : image.sanitizers()) {
			if (!NativeAccess.current().loader().hasGlobal(sanitizer.symbol())) {
				throw new SanitizerException(source, problem, fix);
			}
		}
	}

	private static void requireNeeded(ModuleSource source, NeededLibrary needed, Path path) {
		LibraryImage image;
		try {
			image = LibraryImage.read(ModuleSource.of(needed.name(), path), path);
		}
		catch (ModuleLoadException ex) { // the loader may refuse it, and says so
			return;
		}
		for (Hazard hazard : image.hazards()) {
			String problem = "it needs " + path + ", of which holds: " + hazard.problem();
			switch (hazard.type()) {
				case EXECUTABLE_STACK, NEEDS_EXECUTABLE_STACK -> {
					if (!isMapped(path)) {
						throw new ExecutableStackException(source, problem,
								hazard.fix().replace("The copy that a host loads asks for none. ", ""));
					}
				}
				case SANITIZER -> requireRuntime(source, image, problem, hazard.fix());
				default -> {
				}
			}
		}
	}

	/** What the process has already can not harm it any more. */
	private static boolean isMapped(Path library) {
		try {
			return !NativeAccess.current().mappings().of(library.toRealPath()).isEmpty();
		}
		catch (IOException ex) {
			return false;
		}
	}

}
