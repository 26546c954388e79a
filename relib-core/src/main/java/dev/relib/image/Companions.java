// SPDX-License-Identifier: Apache-2.0
package dev.relib.image;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import dev.relib.image.file.DamagedFileException;
import dev.relib.image.format.FileFormat;
import dev.relib.image.format.FileFormat.Content;
import dev.relib.module.ModuleSource;

/**
 * What a library looks for beside itself, put beside its private copy: data as links,
 * libraries as copies. A plug-in that is opened in two generations from one file would be
 * one plug-in, bound to the first of them.
 */
final class Companions {

	private final ModuleSource source;

	private final Path folder;

	private final Path original;

	private final OriginPaths origins;

	Companions(ModuleSource source, Path folder, OriginPaths origins) {
		this.source = source;
		this.folder = folder;
		this.origins = origins;
		this.original = source.path().toAbsolutePath().normalize();
	}

	/**
	 * Moves a copy into the folder, with its companions around it.
	 * @param names paths and globs, relative to the library's directory
	 * @param copy the copy
	 * @return the copy's new path
	 */
	Path place(List<String> names, Path copy) throws IOException {
		CompanionFiles files = CompanionFiles.find(this.source, this.original, names);
		Path moved = this.folder.resolve(files.root().relativize(this.original.getParent()).toString())
			.resolve(copy.getFileName());
		Files.createDirectories(moved.getParent());
		Files.move(copy, moved);
		Map<String, Path> module = names(this.source, moved);
		for (Path file : files.files()) {
			Path placed = this.folder.resolve(files.root().relativize(file).toString());
			Files.createDirectories(placed.getParent());
			if (isLibrary(file)) {
				copy(file, placed, module);
			}
			else {
				Files.createSymbolicLink(placed, file);
			}
		}
		return moved;
	}

	/** The names by which other libraries may need a module, and the path for them. */
	static Map<String, Path> names(ModuleSource source, Path copy) {
		Map<String, Path> names = new HashMap<>();
		names.put(source.path().getFileName().toString(), copy);
		String soname = LibraryReader.read(source, copy, LinkageReader::read).soname();
		if (soname != null) {
			names.put(soname, copy);
		}
		return names;
	}

	private void copy(Path library, Path placed, Map<String, Path> module) throws IOException {
		Files.copy(library, placed);
		Files.setPosixFilePermissions(placed, PosixFilePermissions.fromString("r--------"));
		new CopyNames(this.origins.of(library), module).writeTo(ModuleSource.of(this.source.module(), library), placed);
	}

	private static boolean isLibrary(Path file) throws IOException {
		try {
			return Files.isRegularFile(file) && FileFormat.of(file).content() == Content.LIBRARY;
		}
		catch (DamagedFileException ex) {
			return false;
		}
	}

	/** Deletes a file, a link itself, or a directory with what is in it. */
	static void delete(Path file) throws IOException {
		if (Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS)) {
			try (DirectoryStream<Path> content = Files.newDirectoryStream(file)) {
				for (Path inside : content) {
					delete(inside);
				}
			}
		}
		Files.deleteIfExists(file);
	}

}
