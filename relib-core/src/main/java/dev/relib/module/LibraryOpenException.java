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
		if (message.contains("failed to map segment")) {
			return "Set relib.directory to a directory on a file system that is not mounted noexec.";
		}
		if (message.contains("static TLS block")) {
			return "Compile all of it with -ftls-model=global-dynamic (Rust's mimalloc: the feature local_dynamic_tls). "
					+ "Of the room that other models need there is little, and a replaced version's is not used again: "
					+ "until then unload the module before you load another version of it.";
		}
		return "Install the library, or link the symbol, that the message names.";
	}

}
