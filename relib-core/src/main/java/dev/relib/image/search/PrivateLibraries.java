// SPDX-License-Identifier: Apache-2.0
package dev.relib.image.search;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

import dev.relib.failure.ModuleLoadException;
import dev.relib.image.LibraryImage;
import dev.relib.module.Linkage;
import dev.relib.module.ModuleSource;
import dev.relib.module.NeededLibrary;
import dev.relib.os.NativeAccess;

/**
 * Decides which of the libraries that a module needs are loaded from copies of their own:
 * those that the loader would take from an older file, or from another one of the same
 * name, because it knows libraries by their names in the whole process. A library that
 * needs one of them, or the module itself, is one of them. Immutable.
 *
 * @param copied the paths of the libraries to copy, by the names by which they are needed
 * @param kept what is not loaded anew although it has changed, a clause for each
 */
public record PrivateLibraries(Map<String, Path> copied, List<String> kept) {

	/** None. */
	public static final PrivateLibraries NONE = new PrivateLibraries(Map.of(), List.of());

	/** A process has one of each: they share state with each other and with the JVM. */
	private static final Pattern OF_THE_SYSTEM = Pattern
		.compile("(ld-linux.*|lib(c|m|dl|rt|pthread|resolv|util|stdc\\+\\+|gcc_s)\\.so\\..*)");

	/**
	 * Decides. Files are read, and no library is opened.
	 * @param source the module and its library
	 * @param copy the private copy of the library
	 * @param image the library's content
	 * @return the libraries to copy
	 */
	public static PrivateLibraries of(ModuleSource source, Path copy, LibraryImage image) {
		Linkage linkage = image.linkage();
		boolean anywhere = linkage.runPath() != null || System.getenv("LD_LIBRARY_PATH") != null;
		if (!anywhere && image.needed().stream().allMatch((name) -> OF_THE_SYSTEM.matcher(name).matches())) {
			return NONE;
		}
		try {
			Map<String, Path> found = new LinkedHashMap<>();
			for (NeededLibrary needed : NeededLibraries.of(source.path().toAbsolutePath(), image)) {
				if (needed.path() != null && !OF_THE_SYSTEM.matcher(needed.name()).matches()) {
					found.put(needed.name(), needed.path());
				}
			}
			MappedLibraries mapped = new MappedLibraries(NativeAccess.current().mappings().files());
			return decide(source, copy, linkage, found, mapped);
		}
		catch (IOException ex) {
			return new PrivateLibraries(Map.of(), List.of("the libraries that it needs can not be compared: " + ex));
		}
	}

	private static PrivateLibraries decide(ModuleSource source, Path copy, Linkage linkage, Map<String, Path> found,
			MappedLibraries mapped) throws IOException {
		Set<String> copied = new LinkedHashSet<>();
		List<String> kept = new ArrayList<>();
		List<Path> used = new ArrayList<>();
		for (Map.Entry<String, Path> library : found.entrySet()) {
			Path file = library.getValue().toRealPath();
			used.add(file);
			if (mapped.contains(file) || !mapped.containsNamesake(library.getKey(), library.getValue())) {
				continue;
			}
			Set<String> others = LibraryUsers.others(source.module(), file, mapped);
			if (mapped.containsOlder(file) && !others.isEmpty()) {
				kept.add(file + " has changed and is not loaded anew, because module '" + String.join("', '", others)
						+ "' uses it as well: unload all of them, then load them");
			}
			else {
				copied.add(library.getKey());
			}
		}
		LibraryUsers.note(copy, source.module(), used, mapped);
		Set<String> own = new LinkedHashSet<>();
		own.add(source.path().getFileName().toString());
		if (linkage.soname() != null) {
			own.add(linkage.soname());
		}
		own.forEach(found::remove);
		copied.removeAll(own);
		while (addNeeding(source, found, copied, own)) {
			continue;
		}
		Map<String, Path> paths = new LinkedHashMap<>();
		copied.forEach((name) -> paths.put(name, found.get(name)));
		return new PrivateLibraries(paths, List.copyOf(kept));
	}

	private static boolean addNeeding(ModuleSource source, Map<String, Path> found, Set<String> copied,
			Set<String> own) {
		Set<String> needing = new LinkedHashSet<>();
		found.forEach((name, path) -> {
			if (!copied.contains(name) && needed(source, path).stream()
				.anyMatch((wanted) -> copied.contains(wanted) || own.contains(wanted))) {
				needing.add(name);
			}
		});
		return copied.addAll(needing);
	}

	private static List<String> needed(ModuleSource source, Path library) {
		try {
			return LibraryImage.read(ModuleSource.of(source.module(), library), library).needed();
		}
		catch (ModuleLoadException ex) {
			return List.of();
		}
	}

}
