package dev.relib.link;

import org.jspecify.annotations.Nullable;

/**
 * What runs when native code calls an import.
 */
public interface ImportTarget {

	/**
	 * Who calls. Threads that the module has started are named after it.
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
	 * Takes what {@link #call} has thrown, or what was wrong with its return, on the same
	 * thread.
	 * @param failure the original object
	 * @return {@link ExportCall#PANICKED} to tell native code that the import failed,
	 * {@link ExportCall#RETURNED} to make it go on with zero or an empty value
	 */
	byte failed(Throwable failure);

}
