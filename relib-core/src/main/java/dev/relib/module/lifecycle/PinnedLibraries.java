// SPDX-License-Identifier: Apache-2.0
package dev.relib.module.lifecycle;

import java.lang.ref.Reference;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps objects reachable that libraries use which stay mapped: their code may run at any
 * time, and would call stubs that the garbage collector has freed.
 */
final class PinnedLibraries {

	private static final Logger logger = LoggerFactory.getLogger(PinnedLibraries.class);

	private static final Queue<Object> HELD = hold();

	private PinnedLibraries() {
	}

	/** Keeps an object until the process ends. */
	static void hold(Object used) {
		HELD.add(used);
	}

	/**
	 * A thread that has nothing to do when the process ends holds them until then, also
	 * against the end of this class's loader.
	 */
	private static Queue<Object> hold() {
		Queue<Object> held = new ConcurrentLinkedQueue<>();
		try {
			Runtime.getRuntime().addShutdownHook(new Thread(() -> Reference.reachabilityFence(held), "relib-pinned"));
		}
		catch (IllegalStateException ex) {
			logger.trace("The process is ending", ex);
		}
		return held;
	}

}
