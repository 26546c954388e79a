// SPDX-License-Identifier: Apache-2.0
package dev.relib.marshal;

import java.util.Optional;

import dev.relib.failure.InvalidValueException;
import org.jspecify.annotations.Nullable;

/**
 * An export that a caller may also call through a handle of its {@link ExportCall#shape},
 * when it has written the arguments itself.
 */
public interface DirectExport extends ExportCall {

	/**
	 * Where the export is.
	 * @return its addresses; empty if it has to be called as any other
	 */
	Optional<ExportAddress> direct();

	/**
	 * Returns the same export, called in Java's state.
	 * @return for a thread that has prepared for it; {@code null} if there is no such
	 * call
	 */
	@Nullable ExportCall critical();

	/**
	 * Reads what the export has returned, and frees it if it has to be.
	 * @param returned what the handle has returned
	 * @return the Java value
	 * @throws InvalidValueException if it is no value of the declared type
	 */
	@Nullable Object read(Object returned);

	/**
	 * Reads the declared error that the export has left, and frees it.
	 * @param slot where the export has put its address
	 * @return the record; {@code null} if it declares none
	 * @throws InvalidValueException if it is no value of the declared type
	 */
	@Nullable Object readError(long slot);

}
