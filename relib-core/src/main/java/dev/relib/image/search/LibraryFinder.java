// SPDX-License-Identifier: Apache-2.0
package dev.relib.image.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import dev.relib.image.elf.ElfHeader;
import dev.relib.image.file.DamagedFileException;
import dev.relib.image.file.FileBytes;
import dev.relib.image.format.FileFormat.Content;
import dev.relib.image.format.FileFormat;

/**
 * Finds a library by its name, in the loader's order.
 */
final class LibraryFinder {

	private final String machine;

	private final SystemLibraries system;

	LibraryFinder(String machine, SystemLibraries system) {
		this.machine = machine;
		this.system = system;
	}

	/**
	 * Finds a library.
	 * @param name its name
	 * @param owner the library that needs it
	 */
	Optional<Path> find(String name, LibraryOwner owner) {
		if (name.contains("/")) {
			return owner.expand(List.of(name), this.machine).stream().filter(this::fits).findFirst();
		}
		List<Path> directories = new ArrayList<>();
		directories.addAll(owner.expand(owner.runPath().first(), this.machine));
		directories.addAll(owner.inherited());
		directories.addAll(this.system.libraryPath());
		directories.addAll(owner.expand(owner.runPath().afterEnvironment(), this.machine));
		return inDirectories(directories, name).or(() -> owner.runPath().only() ? Optional.empty() : inSystem(name));
	}

	private Optional<Path> inSystem(String name) {
		return this.system.cached(name)
			.stream()
			.filter(this::fits)
			.findFirst()
			.or(() -> inDirectories(this.system.directories(this.machine), name));
	}

	private Optional<Path> inDirectories(List<Path> directories, String name) {
		return directories.stream()
			.flatMap((directory) -> resolve(directory, name).stream())
			.filter(this::fits)
			.findFirst();
	}

	private static Optional<Path> resolve(Path directory, String name) {
		try {
			return Optional.of(directory.resolve(name));
		}
		catch (InvalidPathException ex) {
			return Optional.empty();
		}
	}

	/** Tells whether a file is a library for this machine; the loader skips others. */
	private boolean fits(Path file) {
		if (!Files.isRegularFile(file)) {
			return false;
		}
		try (FileBytes bytes = FileBytes.open(file)) {
			return FileFormat.of(bytes).content() == Content.LIBRARY
					&& ElfHeader.read(bytes).machine().equals(this.machine);
		}
		catch (IOException | UncheckedIOException | DamagedFileException ex) {
			return false;
		}
	}

}
