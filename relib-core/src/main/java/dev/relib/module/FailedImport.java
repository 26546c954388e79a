package dev.relib.module;

/**
 * What becomes of a module built with upstream's crates when an import fails. Its own
 * code can not be told: it ends the process when it is.
 */
public enum FailedImport {

	/**
	 * The module goes on with zero, false or an empty value, and what was thrown is
	 * thrown at the Java caller of the export when it returns. On a thread of the
	 * module's own it is logged.
	 */
	DEFAULT_VALUE,
	/** The process ends, as with upstream's own host. */
	ABORT

}
