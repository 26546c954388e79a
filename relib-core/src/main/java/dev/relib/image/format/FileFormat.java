package dev.relib.image.format;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;

import dev.relib.image.file.FileBytes;

/**
 * What a file is, as far as its first bytes tell.
 *
 * @param content what kind of thing it is
 * @param description it in words, with an article, for example
 * {@code a Windows library (PE, x86-64)}
 */
public record FileFormat(Content content, String description) {

	/**
	 * Tells what a file is.
	 * @param file the file's path
	 * @return its format
	 * @throws IOException if it can not be read
	 */
	public static FileFormat of(Path file) throws IOException {
		try (FileBytes bytes = FileBytes.open(file)) {
			return of(bytes);
		}
		catch (UncheckedIOException ex) {
			throw ex.getCause();
		}
	}

	/**
	 * Tells what a file is.
	 * @param file the file
	 * @return its format, never a failure: there are files of no known format
	 */
	public static FileFormat of(FileBytes file) {
		if (file.size() < Integer.BYTES) {
			return new FileFormat(Content.OTHER, "a file of " + file.size() + " bytes");
		}
		int magic = Integer.reverseBytes((int) file.u32(0));
		return switch (magic) {
			case ElfFormat.MAGIC -> ElfFormat.of(file);
			case 0xfeedface, 0xfeedfacf, 0xcefaedfe, 0xcffaedfe, 0xcafebabe, 0xcafebabf -> MachOFormat.of(file, magic);
			default -> ((magic >>> 16) == PeFormat.MAGIC) ? PeFormat.of(file) : OtherFormat.of(file, magic);
		};
	}

	/**
	 * The same of a program that begins as a library does.
	 * @return the format of a program
	 */
	public FileFormat asProgram() {
		return new FileFormat(Content.PROGRAM, this.description.replace("a Linux library", "a program"));
	}

	/**
	 * The 16 bits at an offset, or -1 where the file has ended.
	 */
	static int u16(FileBytes file, long offset) {
		return (offset >= 0 && offset + 2 <= file.size()) ? file.u16(offset) : -1;
	}

	/**
	 * The 32 bits at an offset, or -1 where the file has ended.
	 */
	static long u32(FileBytes file, long offset) {
		return (offset >= 0 && offset + 4 <= file.size()) ? file.u32(offset) : -1;
	}

	/**
	 * Kinds of files.
	 */
	public enum Content {

		/** A dynamic library for 64-bit Linux, little endian, or a program like one. */
		LIBRARY,
		/** A dynamic library for another system or another kind of machine. */
		FOREIGN_LIBRARY,
		/** A program. */
		PROGRAM,
		/** What a compiler has made and no linker has linked. */
		OBJECT_FILE,
		/** Object files in an archive. */
		ARCHIVE,
		/** A text that names libraries to a linker. */
		LINKER_SCRIPT,
		/** Anything else. */
		OTHER

	}

}
