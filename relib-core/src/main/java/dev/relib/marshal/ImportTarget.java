// SPDX-License-Identifier: Apache-2.0
package dev.relib.marshal;

import org.jspecify.annotations.Nullable;

/**
 * The host's implementation of an import.
 */
public interface ImportTarget {

	/**
	 * The module that calls. Threads that it has started are named after it.
	 * @return the module's name
	 */
	String module();

	/**
	 * Runs on the thread that called.
	 * @param arguments Java values as the signature says
	 * @return the Java value, {@code null} if there is none to return
	 * @throws Throwable anything: it is handed to {@link #failed}
	 */
	@Nullable Object call(@Nullable Object[] arguments) throws Throwable;

	/**
	 * Takes the exception of a failed call, on the same thread: the one that
	 * {@link #call} has thrown, or one that says why an argument or the return can not
	 * cross.
	 * @param failure the original object
	 * @return {@link ExportCall#PANICKED} to tell native code that the import failed,
	 * {@link ExportCall#RETURNED} to make it go on with zero or an empty value
	 */
	byte failed(Throwable failure);

}
