package dev.relib.link;

import dev.relib.failure.InvalidValueException;
import org.jspecify.annotations.Nullable;

/**
 * An export of a module, ready to be called.
 */
@FunctionalInterface
public interface ExportCall {

	/** In the outcome byte: the export panicked. */
	byte PANICKED = 0;

	/** In the outcome byte: the export returned. */
	byte RETURNED = 1;

	/** In the outcome byte: an import that the export called failed. */
	byte IMPORT_FAILED = 2;

	/** In the outcome byte: the export failed in the way that it declares. */
	byte DECLARED_ERROR = 3;

	/**
	 * Calls the export.
	 * @param outcome the address of a byte of the calling thread, which holds
	 * {@link #PANICKED} and receives the outcome
	 * @param arguments Java values as the signature says
	 * @return the Java value, or the record of the declared error; {@code null} if it
	 * returns nothing or did neither
	 * @throws InvalidValueException before the call if an argument can not cross, after
	 * it if the module's return or error is no value of the declared type
	 */
	@Nullable Object call(long outcome, @Nullable Object[] arguments);

}
