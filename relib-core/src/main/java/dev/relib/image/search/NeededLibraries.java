// SPDX-License-Identifier: Apache-2.0
package dev.relib.image.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.stream.Stream;

import dev.relib.failure.ModuleLoadException;
import dev.relib.image.LibraryImage;
import dev.relib.image.file.DamagedFileException;
import dev.relib.image.file.FileBytes;
import dev.relib.module.Linkage;
import dev.relib.module.ModuleSource;
import dev.relib.module.NeededLibrary.Status;
import dev.relib.module.NeededLibrary;

/**
 * Finds the libraries that a library needs, and those that they need.
 */
public final class NeededLibraries {

	private static final int MAX = 1000;

	private final LibraryFinder finder;

	private final Set<String> known = new HashSet<>();

	private final Queue<Owner> owners = new ArrayDeque<>();

	private final List<NeededLibrary> found = new ArrayList<>();

	private NeededLibraries(LibraryFinder finder) {
		this.finder = finder;
	}

	/**
	 * Finds the libraries on this machine. Files are read, and no library is opened.
	 * @param library the library's path
	 * @param image its content, which must be for this machine
	 * @return the libraries, direct dependencies first
	 * @throws ModuleLoadException if the library's file no longer exists or is damaged
	 */
	public static List<NeededLibrary> of(Path library, LibraryImage image) {
		String environment = Optional.ofNullable(System.getenv("LD_LIBRARY_PATH")).orElse("");
		try (FileBytes file = FileBytes.open(LoaderCache.FILE)) {
			return of(library, image, SystemLibraries.of(environment, LoaderCache.read(file)::find));
		}
		catch (IOException | UncheckedIOException | DamagedFileException ex) {
			return of(library, image, SystemLibraries.of(environment, (name) -> List.of()));
		}
	}

	static List<NeededLibrary> of(Path library, LibraryImage image, SystemLibraries system) {
		NeededLibraries needed = new NeededLibraries(new LibraryFinder(image.platform().machine(), system));
		needed.owners.add(Owner.of(library, image, List.of()));
		while (!needed.owners.isEmpty()) {
			needed.search(needed.owners.remove());
		}
		return needed.found;
	}

	private void search(Owner owner) {
		for (String name : owner.image().needed()) {
			if (this.known.size() < MAX && this.known.add(name)) {
				this.found.add(search(owner, name));
			}
		}
	}

	private NeededLibrary search(Owner owner, String name) {
		Path path = this.finder.find(name, owner.location()).orElse(null);
		String neededBy = owner.location().path().getFileName().toString();
		if (path == null) {
			return new NeededLibrary(name, neededBy, Status.MISSING, null, List.of());
		}
		Optional<Owner> found = owner.needing(path);
		found.ifPresent(this.owners::add);
		return new NeededLibrary(name, neededBy, Status.FOUND, path,
				found.map((library) -> owner.missingVersions(name, library)).orElse(List.of()));
	}

	/**
	 * A library whose needed libraries are to be found.
	 */
	private record Owner(LibraryOwner location, LibraryImage image, Linkage linkage) {

		static Owner of(Path path, LibraryImage image, List<Path> inherited) {
			Linkage linkage = image.linkage();
			return new Owner(new LibraryOwner(path, RunPath.of(linkage), inherited), image, linkage);
		}

		/** Reads a library that this one needs; empty if it is unreadable. */
		Optional<Owner> needing(Path path) {
			try {
				LibraryImage needed = LibraryImage.read(ModuleSource.of(path.getFileName().toString(), path), path);
				return Optional.of(of(path, needed, inheritance(needed.platform().machine())));
			}
			catch (ModuleLoadException ex) {
				return Optional.empty();
			}
		}

		/**
		 * Finds the versions that a needed library lacks. One without any version is
		 * accepted, as the loader does.
		 */
		List<String> missingVersions(String name, Owner needed) {
			List<String> offered = needed.linkage().versionsOffered();
			return this.linkage.versionsNeeded()
				.stream()
				.filter((version) -> version.library().equals(name) && version.required() && !offered.isEmpty()
						&& !offered.contains(version.version()))
				.map(Linkage.VersionNeeded::version)
				.toList();
		}

		private List<Path> inheritance(String machine) {
			return Stream
				.concat(this.location.expand(this.location.runPath().first(), machine).stream(),
						this.location.inherited().stream())
				.limit(256)
				.toList();
		}

	}

}
