// SPDX-License-Identifier: Apache-2.0
package dev.relib.image.fuzz;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.TreeSet;

import dev.relib.Relib;
import dev.relib.failure.ModuleLoadException;
import dev.relib.failure.NotALibraryException;
import dev.relib.image.FunctionNames;
import dev.relib.image.LibraryImage;
import dev.relib.image.elf.ElfFile;
import dev.relib.image.file.DamagedFileException;
import dev.relib.image.file.FileBytes;
import dev.relib.image.fuzz.Mutator.Place;
import dev.relib.module.ModuleSource;

/**
 * Reads libraries with all readers.
 */
public final class ImageTarget implements FuzzTarget {

	private static final int WHOLE = 8;

	private int turn;

	@Override
	public void read(Path file) throws IOException {
		FunctionNames.of(file, new TreeSet<>(List.of(0L, 0x1100L, 0x2000L)));
		LibraryImage image = LibraryImage.read(ModuleSource.of("fuzz", file), file);
		image.relibFunctions();
		image.relibSlots();
		image.hasFunction("malloc");
		image.hasSlot("__relib__B_g");
		unpin(file);
		image.linkage();
		image.symbolTable();
		if (this.turn++ % WHOLE == 0) {
			Relib.inspect(file);
			rename(file);
			LibraryImage.read(ModuleSource.of("fuzz", file), file).linkage();
		}
	}

	private static void rename(Path file) throws IOException {
		try (FileBytes bytes = FileBytes.open(file);
				FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
			ElfFile.read(bytes)
				.rename()
				.withoutOwnName()
				.libraries((name) -> "/renamed/" + name)
				.directories((path) -> path + ":/renamed")
				.writeTo(channel);
		}
		catch (DamagedFileException ex) {
			throw new NotALibraryException(ModuleSource.of("fuzz", file), ex.getMessage(), "");
		}
	}

	/** A patch outside the file would lengthen it. */
	private static void unpin(Path file) throws IOException {
		try (FileBytes bytes = FileBytes.open(file)) {
			ElfFile.read(bytes).unpin((offset, value) -> {
				if (offset < 0 || offset >= bytes.size() || value < 0 || value > 255) {
					throw new IllegalStateException("patch " + value + " at " + offset);
				}
			});
		}
		catch (DamagedFileException | UncheckedIOException ex) {
			throw new IllegalStateException("the image was read, but not for the patches", ex);
		}
	}

	@Override
	public boolean mayThrow(Throwable thrown) {
		return thrown instanceof ModuleLoadException;
	}

	@Override
	public List<Place> places(byte[] content) {
		return ElfPlaces.of(content);
	}

}
