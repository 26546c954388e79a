// SPDX-License-Identifier: Apache-2.0
package dev.relib.os;

/**
 * The threads of this process as the kernel has them.
 */
public interface Threads {

	/**
	 * The name that native code or the JVM has given the calling thread.
	 * @return its beginning, as far as the kernel keeps it, where invalid UTF-8 is
	 * replaced; {@code unnamed} where the kernel hides it
	 */
	String currentName();

	/**
	 * The calling platform thread, or the one that carries the calling virtual thread.
	 * @return the thread; its id is 0 if the kernel hides it
	 */
	KernelThread current();

	/**
	 * Tells whether the kernel still has a thread.
	 * @param thread a thread of this process that the kernel does not hide
	 * @return {@code false} if it has ended
	 */
	boolean has(KernelThread thread);

}
