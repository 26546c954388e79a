// SPDX-License-Identifier: Apache-2.0
package dev.relib.module;

/**
 * How a module built with upstream's crates continues after an import has failed. Such a
 * module cannot be told of the failure without ending the process.
 */
public enum FailedImport {

	/**
	 * The import returns zero, {@code false} or an empty value, and the Java caller gets
	 * the import's exception once the export returns. On a thread that the module has
	 * started, the exception is logged.
	 */
	DEFAULT_VALUE,
	/** The process ends, as with upstream's own host. */
	ABORT

}
