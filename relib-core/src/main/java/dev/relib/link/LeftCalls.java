// SPDX-License-Identifier: Apache-2.0
package dev.relib.link;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The threads whose innermost call has ended without its function: that wanted to end the
 * thread. Each asks right behind the call.
 */
public final class LeftCalls {

	private static final Set<Thread> THREADS = ConcurrentHashMap.newKeySet();

	/** So that a call costs one look at a field. */
	private static volatile boolean any;

	private LeftCalls() {
	}

	/**
	 * Notes that the calling thread's innermost call ends now, and that its result means
	 * nothing.
	 */
	public static void add() {
		THREADS.add(Thread.currentThread());
		any = true;
	}

	/**
	 * Tells whether the calling thread's last call has ended so, and forgets it.
	 * @return {@code true} once for such a call
	 */
	public static boolean take() {
		return any && THREADS.remove(Thread.currentThread());
	}

}
