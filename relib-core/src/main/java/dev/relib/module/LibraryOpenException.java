package dev.relib.module;

import java.io.Serial;
import java.nio.file.Path;

import dev.relib.ModuleLoadException;
import dev.relib.ModuleSource;
import dev.relib.os.LoaderException;

/**
 * The system's loader refused a library.
 */
public final class LibraryOpenException extends ModuleLoadException {

	@Serial
	private static final long serialVersionUID = 1L;

	LibraryOpenException(ModuleSource source, Path copy, LoaderException cause) {
		super(source, cause.getMessage().replace(copy.toString(), "its private copy"), fix(cause.getMessage()), cause);
	}

	private static String fix(String message) {
		return message.contains("failed to map segment")
				? "Set relib.directory to a directory on a file system that is not mounted noexec."
				: "Install the library, or link the symbol, that the message names.";
	}

}
