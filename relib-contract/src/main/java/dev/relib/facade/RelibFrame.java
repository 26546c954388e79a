// SPDX-License-Identifier: Apache-2.0
package dev.relib.facade;

/**
 * One call of an export, on the thread that makes it. For generated code.
 */
public abstract class RelibFrame {

	/**
	 * For the host.
	 */
	protected RelibFrame() {
	}

	/**
	 * Finds an export for a call through its handle.
	 * @param function its index in the module
	 * @return its address; 0 if the call has to go the general way
	 */
	public abstract long function(int function);

	/**
	 * Finds the function that frees an export's return.
	 * @param function the index of the export in the module
	 * @return its address
	 */
	public abstract long free(int function);

	/**
	 * Prepares a call through {@link RelibHandles#critical}.
	 * @return {@code false} if the calling thread has to make an ordinary one
	 */
	public abstract boolean critical();

	/**
	 * Where the export writes its outcome.
	 * @return the address of a byte
	 */
	public abstract long outcome();

	/**
	 * Tells how the export has ended.
	 * @return {@code true} if it has returned
	 */
	public abstract boolean returned();

	/**
	 * Returns the memory of the call.
	 * @return memory for arguments, valid until {@link #exit}
	 */
	public abstract RelibMemory memory();

	/** Ends the call. */
	public abstract void exit();

}
