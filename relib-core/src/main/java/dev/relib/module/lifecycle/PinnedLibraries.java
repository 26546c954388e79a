// SPDX-License-Identifier: Apache-2.0
package dev.relib.module.lifecycle;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * Keeps objects reachable that libraries use which stay mapped: their code may run at any
 * time, and would call stubs that the garbage collector has freed.
 */
final class PinnedLibraries {

	private static final Queue<Object> HELD = new ConcurrentLinkedQueue<>();

	private PinnedLibraries() {
	}

	/** Keeps an object until the process ends. */
	static void hold(Object used) {
		HELD.add(used);
	}

}
