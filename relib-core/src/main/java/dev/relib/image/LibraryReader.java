package dev.relib.image;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.function.Function;

import dev.relib.ModuleSource;
import dev.relib.image.elf.ElfFile;
import dev.relib.image.file.DamagedFileException;
import dev.relib.image.file.FileBytes;
import dev.relib.image.format.FileFormat;
import dev.relib.image.format.FileFormat.Content;

/**
 * Turns every way in which a file can be wrong into a typed exception.
 */
final class LibraryReader {

	private static final String BUILD_AGAIN = "Build it again as a shared library (cc -shared), and replace the file "
			+ "by renaming, not by writing into it.";

	private LibraryReader() {
	}

	/**
	 * Reads a library in order to change its file.
	 * @param source the module and its library, for error messages
	 * @param file the file to read
	 * @param change what to do with it; may fail as all that reads a file does
	 */
	static void change(ModuleSource source, Path file, Consumer<ElfFile> change) {
		read(source, file, (elf) -> {
			change.accept(elf);
			return file;
		});
	}

	/**
	 * Reads a library.
	 * @param source the module and its library, for error messages
	 * @param file the file to read
	 * @param question what to find out; may fail as all that reads a file does
	 */
	static <T> T read(ModuleSource source, Path file, Function<ElfFile, T> question) {
		UnreadableLibraryException.requireFile(source, file);
		try (FileBytes bytes = FileBytes.open(file)) {
			if (bytes.size() == 0) {
				throw new UnreadableLibraryException(source, "the file is empty", BUILD_AGAIN);
			}
			FileFormat format = FileFormat.of(bytes);
			if (format.content() != Content.LIBRARY) {
				throw NotALibraryException.of(source, format);
			}
			ElfFile elf = ElfFile.read(bytes);
			if (elf.dynamic().isProgram()) {
				throw NotALibraryException.of(source, format.asProgram());
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

}
