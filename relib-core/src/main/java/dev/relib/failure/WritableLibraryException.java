package dev.relib.failure;

import java.io.Serial;
import java.nio.file.Path;

import dev.relib.module.ModuleSource;

/**
 * Others than the user of this process and root can change a library, or which one is
 * found at its path: they could run code in this process.
 */
public final class WritableLibraryException extends ModuleLoadException {

	@Serial
	private static final long serialVersionUID = 1L;

	private final String writable;

	/**
	 * Creates an exception.
	 * @param source the module and its library
	 * @param writable the file or directory that others can change
	 * @param problem what is wrong, as a clause without a full stop
	 * @param fix what to do about it, as a sentence
	 */
	public WritableLibraryException(ModuleSource source, Path writable, String problem, String fix) {
		super(source, problem, fix);
		this.writable = writable.toString();
	}

	/**
	 * What others can change.
	 * @return the library, or a directory or link that leads to it
	 */
	public Path writable() {
		return Path.of(this.writable);
	}

}
