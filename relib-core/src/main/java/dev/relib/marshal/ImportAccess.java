// SPDX-License-Identifier: Apache-2.0
package dev.relib.marshal;

import dev.relib.facade.RelibMemory;
import org.jspecify.annotations.Nullable;

/**
 * What generated code of an import asks of the host.
 */
public interface ImportAccess {

	/**
	 * Enters the import on the calling thread.
	 * @return what {@link #exit} takes; {@code null} if the thread is inside of a call of
	 * the module
	 */
	@Nullable Object enter();

	/**
	 * Leaves the import.
	 * @param entered what {@link #enter} has returned
	 */
	void exit(Object entered);

	/**
	 * Finds the implementation.
	 * @return an object that implements the interface
	 */
	Object implementation();

	/**
	 * Finds memory to read arguments with.
	 * @return memory for the calling thread
	 */
	RelibMemory memory();

}
