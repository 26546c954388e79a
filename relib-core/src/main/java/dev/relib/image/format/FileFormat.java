// SPDX-License-Identifier: Apache-2.0
package dev.relib.image.format;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;

import dev.relib.image.file.FileBytes;

/**
 * The format of a file, by its first bytes. Immutable.
 *
 * @param content the kind of content
 * @param description the format in words, for example
 * {@code a Windows library (PE, x86-64)}
 */
public record FileFormat(Content content, String description) {

	/**
	 * Identifies a file's format.
	 * @param file the file's path
	 * @return its format
	 * @throws IOException if the file cannot be read
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
	 * Identifies a file's format.
	 * @param file the file
	 * @return its format, also for unknown ones
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
	 * Returns this format for a program whose header is that of a library.
	 * @return the format
	 */
	public FileFormat asProgram() {
		return new FileFormat(Content.PROGRAM, this.description.replace("a Linux library", "a program"));
	}

	/** Reads 16 bits; -1 behind the file's end. */
	static int u16(FileBytes file, long offset) {
		return (offset >= 0 && offset + 2 <= file.size()) ? file.u16(offset) : -1;
	}

	/** Reads 32 bits; -1 behind the file's end. */
	static long u32(FileBytes file, long offset) {
		return (offset >= 0 && offset + 4 <= file.size()) ? file.u32(offset) : -1;
	}

	/**
	 * Kinds of content.
	 */
	public enum Content {

		/**
		 * A dynamic library or position-independent program for 64-bit little-endian
		 * Linux.
		 */
		LIBRARY,
		/** A dynamic library for another system, word size or byte order. */
		FOREIGN_LIBRARY,
		/** A program. */
		PROGRAM,
		/** The unlinked output of a compiler. */
		OBJECT_FILE,
		/** A static library. */
		ARCHIVE,
		/** A text that names libraries to a linker. */
		LINKER_SCRIPT,
		/** Anything else. */
		OTHER

	}

}
