// SPDX-License-Identifier: Apache-2.0
package dev.relib.module;

/**
 * The thread that a module's functions run on.
 */
public enum Threading {

	/** The caller's thread. Several threads may be inside the module at the same time. */
	CALLER,
	/**
	 * A thread of the generation, which also loads and unloads it: calls run one after
	 * the other. Imports run on that thread as well and do not see the caller's
	 * thread-locals. A call back into the module from any third thread deadlocks if the
	 * import waits for it.
	 */
	OWNER

}
