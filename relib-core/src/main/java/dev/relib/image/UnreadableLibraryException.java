package dev.relib.image;

import java.io.Serial;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

import dev.relib.ModuleLoadException;
import dev.relib.ModuleSource;

/**
 * There is no file with content at a library's path.
 */
public final class UnreadableLibraryException extends ModuleLoadException {

	@Serial
	private static final long serialVersionUID = 1L;

	UnreadableLibraryException(ModuleSource source, String problem, String fix) {
		super(source, problem, fix);
	}

	UnreadableLibraryException(ModuleSource source, String problem, String fix, Throwable cause) {
		super(source, problem, fix, cause);
	}

	/**
	 * Reading a library failed.
	 * @param source the module and its library
	 * @param cause why
	 * @return the exception
	 */
	public static UnreadableLibraryException of(ModuleSource source, Exception cause) {
		Throwable reason = (cause instanceof UncheckedIOException) ? cause.getCause() : cause;
		return new UnreadableLibraryException(source, "it can not be read: " + reason,
				"Make the file readable for the user of this process.", cause);
	}

	static void requireFile(ModuleSource source, Path file) {
		if (!Files.exists(file)) {
			throw new UnreadableLibraryException(source, "there is no such file",
					"Build the library, or correct the module's path.");
		}
		if (!Files.isRegularFile(file)) {
			throw new UnreadableLibraryException(source,
					Files.isDirectory(file) ? "it is a directory" : "it is not a regular file",
					"Name the library itself.");
		}
	}

}
