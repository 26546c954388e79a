package dev.relib.image;

import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;

import dev.relib.ModuleSource;

/**
 * Tells formats apart and turns every way in which a file can be wrong into one kind of
 * exception.
 */
final class LibraryReader {

	private static final String FIX = "Build it again as a shared library (cc -shared), and replace the file by "
			+ "renaming, not by writing into it.";

	private static final int ELF_MAGIC = 0x7f454c46;

	private LibraryReader() {
	}

	static LibraryImage read(ModuleSource source, Path file) {
		ByteBuffer content = map(source, file);
		String format = format(content);
		if (!format.equals("ELF")) {
			throw new NotALibraryException(source, "it is not an ELF library but " + format, FIX);
		}
		try {
			return ElfReader.read(content);
		}
		catch (DamagedImageException ex) {
			throw new NotALibraryException(source, "the library is damaged: " + ex.getMessage(), FIX);
		}
		catch (IndexOutOfBoundsException | BufferUnderflowException | IllegalArgumentException
				| ArithmeticException ex) {
			throw new NotALibraryException(source, "the library is truncated or damaged", FIX);
		}
	}

	private static ByteBuffer map(ModuleSource source, Path file) {
		UnreadableLibraryException.requireFile(source, file);
		try (FileChannel channel = FileChannel.open(file)) {
			if (channel.size() == 0) {
				throw new UnreadableLibraryException(source, "the file is empty", FIX);
			}
			if (channel.size() > Integer.MAX_VALUE) {
				throw new NotALibraryException(source, "the file has " + channel.size() + " bytes, more than 2 GiB",
						FIX);
			}
			ByteBuffer content = ByteBuffer.allocate((int) channel.size());
			while (content.hasRemaining() && channel.read(content) >= 0) {
				continue;
			}
			return content.flip().order(ByteOrder.LITTLE_ENDIAN);
		}
		catch (IOException ex) {
			throw new UnreadableLibraryException(source, "it can not be read: " + ex,
					"Make the file readable for the user of this process.", ex);
		}
	}

	private static String format(ByteBuffer content) {
		if (content.limit() < Integer.BYTES) {
			return "a file of " + content.limit() + " bytes";
		}
		int magic = Integer.reverseBytes(content.getInt(0));
		if (magic == ELF_MAGIC) {
			return "ELF";
		}
		return switch (magic) {
			case 0xfeedfacf, 0xcffaedfe, 0xcafebabe -> "a Mach-O file";
			default -> ((magic >>> 16) == 0x4d5a) ? "a Windows PE file"
					: String.format("a file that begins with the bytes %08x", magic);
		};
	}

}
