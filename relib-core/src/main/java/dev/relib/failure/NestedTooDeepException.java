// SPDX-License-Identifier: Apache-2.0
package dev.relib.failure;

import java.io.Serial;

/**
 * Thrown by an export that is called inside so many other calls that the thread's stack
 * is, or soon would be, used up: a module and the host call each other, usually without
 * an end. The module was not called, and continues to serve.
 */
public final class NestedTooDeepException extends ModuleException {

	@Serial
	private static final long serialVersionUID = 1L;

	private final int depth;

	/**
	 * Creates an exception.
	 * @param module the module's name
	 * @param depth how many calls of modules the thread is inside
	 */
	public NestedTooDeepException(String module, int depth) {
		super(module, "module '" + module + "' was called inside of " + depth
				+ " calls on the same thread, which has its"
				+ " stack exhausted by nesting; end the recursion between module and imports earlier, or call the"
				+ " module on a thread with a larger stack, where up to 512 calls nest");
		this.depth = depth;
	}

	/**
	 * Returns how many calls of modules the thread was inside.
	 * @return the number of nested calls
	 */
	public int depth() {
		return this.depth;
	}

}
