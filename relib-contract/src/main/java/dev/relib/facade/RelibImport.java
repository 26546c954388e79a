// SPDX-License-Identifier: Apache-2.0
package dev.relib.facade;

import org.jspecify.annotations.Nullable;

/**
 * One import, which native code calls. For generated code.
 */
public abstract class RelibImport {

	/**
	 * For the host.
	 */
	protected RelibImport() {
	}

	/**
	 * Enters the import on the calling thread.
	 * @return what {@link #exit} takes
	 */
	public abstract @Nullable Object enter();

	/**
	 * Leaves the import.
	 * @param entered what {@link #enter} has returned
	 */
	public abstract void exit(@Nullable Object entered);

	/**
	 * Finds the host's implementation.
	 * @return an object that implements the interface
	 */
	public abstract Object implementation();

	/**
	 * Finds memory to read arguments with.
	 * @return memory for the calling thread
	 */
	public abstract RelibMemory memory();

	/**
	 * Writes what the implementation has returned.
	 * @param value a value that is none of the machine's, or may be refused
	 * @return the machine value
	 */
	public abstract Object write(@Nullable Object value);

	/**
	 * Tells native code that the import has returned.
	 * @param outcome where the outcome goes
	 */
	public abstract void returned(long outcome);

	/**
	 * Tells native code that the import has failed.
	 * @param outcome where the outcome goes
	 * @param failure what was thrown
	 * @return the machine value to return, {@code null} for nothing
	 */
	public abstract @Nullable Object failed(long outcome, Throwable failure);

	/**
	 * Runs the import the general way, which says why an argument can not cross.
	 * @param values all that native code passes
	 * @return the machine value to return, {@code null} for nothing
	 */
	public abstract @Nullable Object call(Object... values);

}
