// SPDX-License-Identifier: Apache-2.0
package dev.relib.os;

/**
 * A full memory fence on every running thread of the process, which one thread asks for
 * and the others do not pay for.
 */
@FunctionalInterface
public interface ProcessFence {

	/**
	 * Puts a fence on every thread: what a thread has stored before it is seen by the
	 * caller afterwards, and what a thread loads after it sees what the caller has stored
	 * before.
	 * @return 0; the number of the system's error if there was no fence
	 */
	int run();

}
