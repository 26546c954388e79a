// SPDX-License-Identifier: Apache-2.0
package dev.relib.image;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.Function;

import dev.relib.failure.NotALibraryException;
import dev.relib.failure.UnreadableLibraryException;
import dev.relib.image.elf.ElfFile;
import dev.relib.image.file.DamagedFileException;
import dev.relib.image.file.FileBytes;
import dev.relib.image.format.FileFormat.Content;
import dev.relib.image.format.FileFormat;
import dev.relib.module.ModuleSource;
import dev.relib.module.Platform;

/**
 * Opens ELF libraries, and turns all failures into exceptions of the API.
 */
final class LibraryReader {

	private static final String BUILD_AGAIN = "Build it again as a shared library (cc -shared), and replace the file "
			+ "by renaming, not by writing into it.";

	private LibraryReader() {
	}

	/**
	 * Opens a library in order to change its file.
	 * @param source the module and its library, for the messages of exceptions
	 * @param file the file to read
	 * @param change the change; may throw like all readers of a file
	 */
	static void change(ModuleSource source, Path file, Consumer<ElfFile> change) {
		read(source, file, (elf) -> {
			change.accept(elf);
			return file;
		});
	}

	/**
	 * Opens a library and answers a question about it.
	 * @param source the module and its library, for the messages of exceptions
	 * @param file the file to read
	 * @param question the question; may throw like all readers of a file
	 */
	static <T> T read(ModuleSource source, Path file, Function<ElfFile, T> question) {
		requireFile(source, file);
		try (FileBytes bytes = FileBytes.open(file)) {
			requireSize(source, bytes.size(), Long.MAX_VALUE);
			FileFormat format = FileFormat.of(bytes);
			if (format.content() != Content.LIBRARY) {
				throw notALibrary(source, format);
			}
			ElfFile elf = ElfFile.read(bytes);
			if (elf.dynamic().isProgram()) {
				throw notALibrary(source, format.asProgram());
			}
			return question.apply(elf);
		}
		catch (DamagedFileException ex) {
			throw new NotALibraryException(source, "the library is damaged: " + ex.getMessage(), BUILD_AGAIN);
		}
		catch (IOException | UncheckedIOException ex) {
			throw UnreadableLibraryException.of(source, ex);
		}
	}

	private static void requireFile(ModuleSource source, Path file) {
		BasicFileAttributes attributes;
		try {
			attributes = Files.readAttributes(file, BasicFileAttributes.class);
		}
		catch (IOException ex) {
			throw UnreadableLibraryException.missing(source);
		}
		requireFile(source, attributes.isRegularFile(), attributes.isDirectory());
	}

	static void requireFile(ModuleSource source, boolean regular, boolean directory) {
		if (!regular) {
			throw new UnreadableLibraryException(source, directory ? "it is a directory" : "it is not a regular file",
					"Name the library itself.");
		}
	}

	static void requireSize(ModuleSource source, long size, long maxSize) {
		if (size == 0) {
			throw new UnreadableLibraryException(source, "the file is empty", BUILD_AGAIN);
		}
		if (size > maxSize) {
			throw new UnreadableLibraryException(source,
					String.format(Locale.ROOT, "it has %,d bytes, and relib.load.max-size is %,d", size, maxSize),
					"Name the library itself, strip its debug information, or raise relib.load.max-size.");
		}
	}

	private static NotALibraryException notALibrary(ModuleSource source, FileFormat format) {
		String here = Platform.current().toString();
		return switch (format.content()) {
			case FOREIGN_LIBRARY ->
				new NotALibraryException(source, "it is " + format.description() + ", this JVM runs on " + here,
						"Build it for " + here + ", or point the module's path at a build for it.");
			case PROGRAM -> new NotALibraryException(source, describe(format), "Link it with -shared, as a library.");
			case OBJECT_FILE ->
				new NotALibraryException(source, describe(format), "Link it into a shared library (cc -shared).");
			case ARCHIVE -> new NotALibraryException(source, describe(format),
					"Link what is in it into a library: cc -shared -Wl,--whole-archive ….a -Wl,--no-whole-archive.");
			case LINKER_SCRIPT ->
				new NotALibraryException(source, describe(format), "Name the library that the text names.");
			case LIBRARY, OTHER -> new NotALibraryException(source, describe(format),
					"Point the module's path at a library (cc -shared).");
		};
	}

	private static String describe(FileFormat format) {
		return "it is not an ELF library but " + format.description();
	}

}
