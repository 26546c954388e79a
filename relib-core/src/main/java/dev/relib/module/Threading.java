package dev.relib.module;

/**
 * The thread on which calls of a module run.
 */
public enum Threading {

	/** The caller's. */
	CALLER,
	/**
	 * One thread of the version's own, which also loads and unloads it. Callers wait for
	 * their turn. Imports run on that thread, too: what the host binds to a caller's
	 * thread is not seen there, and a call back into the module has to come from that
	 * thread or it waits for ever.
	 */
	OWNER

}
