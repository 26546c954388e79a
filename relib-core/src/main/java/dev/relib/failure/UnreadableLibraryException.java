package dev.relib.failure;

import java.io.Serial;
import java.io.UncheckedIOException;

import dev.relib.module.ModuleSource;

/**
 * There is no file with content at a library's path.
 */
public final class UnreadableLibraryException extends ModuleLoadException {

	@Serial
	private static final long serialVersionUID = 1L;

	/**
	 * Creates an exception.
	 * @param source the module and its library
	 * @param problem what is wrong, as a clause without a full stop
	 * @param fix what to do about it, as a sentence
	 */
	public UnreadableLibraryException(ModuleSource source, String problem, String fix) {
		super(source, problem, fix);
	}

	/**
	 * Creates an exception.
	 * @param source the module and its library
	 * @param problem what is wrong, as a clause without a full stop
	 * @param fix what to do about it, as a sentence
	 * @param cause the failure behind it
	 */
	public UnreadableLibraryException(ModuleSource source, String problem, String fix, Throwable cause) {
		super(source, problem, fix, cause);
	}

	/**
	 * Reports a file that does not exist.
	 * @param source the module and its library
	 * @return the exception
	 */
	public static UnreadableLibraryException missing(ModuleSource source) {
		return new UnreadableLibraryException(source, "there is no such file",
				"Build the library, or correct the module's path.");
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

}
