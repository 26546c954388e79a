// SPDX-License-Identifier: Apache-2.0
package dev.relib.image;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;

import dev.relib.failure.UnreadableLibraryException;
import dev.relib.image.elf.ElfFile;
import dev.relib.image.elf.ElfRename;
import dev.relib.module.ModuleSource;
import dev.relib.os.NativeAccess;

/**
 * The names in a copy of a library that tie it to its place. A copy is known by its path
 * alone: the loader would give it to every other library that needs one of its own name.
 * Directories of needed libraries that are relative to the library ({@code $ORIGIN})
 * become those of the original.
 *
 * @param origin the directory that the library was copied from, as {@link OriginPaths}
 * writes it
 * @param libraries the paths of needed libraries that are copies as well, by the names
 * that the library has for them
 */
public record CopyNames(Path origin, Map<String, Path> libraries) {

	/**
	 * Changes the names in a copy, if there are any.
	 * @param source the module and its library
	 * @param copy a file of a private directory
	 * @throws UnreadableLibraryException if the copy cannot be written
	 * @throws dev.relib.failure.NotALibraryException if it is damaged
	 */
	public void writeTo(ModuleSource source, Path copy) {
		if (LibraryReader.read(source, copy, (elf) -> changes(elf).isEmpty())) {
			return;
		}
		try {
			NativeAccess.current()
				.files()
				.change(copy, (channel) -> LibraryReader.change(source, copy, (elf) -> changes(elf).writeTo(channel)));
		}
		catch (IOException ex) {
			throw new UnreadableLibraryException(source, "its copy " + copy + " can not be written: " + ex,
					"Make the directory writable for the user of this process, with room for the library.", ex);
		}
	}

	private ElfRename changes(ElfFile elf) {
		return elf.rename().withoutOwnName().libraries(this::library).directories(this::fromOrigin);
	}

	private String library(String name) {
		Path copy = this.libraries.get(name);
		return (copy != null) ? copy.toString() : fromOrigin(name);
	}

	private String fromOrigin(String path) {
		return Origin.replace(path, this.origin.toString());
	}

}
