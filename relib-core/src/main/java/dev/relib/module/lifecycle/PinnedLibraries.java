package dev.relib.module.lifecycle;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * Keeps reachable what libraries use that stay mapped. Their code may run again, and
 * would call stubs that the garbage collector has freed.
 */
final class PinnedLibraries {

	private static final Queue<Object> HELD = new ConcurrentLinkedQueue<>();

	private PinnedLibraries() {
	}

	/** Holds an object until the process ends. */
	static void hold(Object used) {
		HELD.add(used);
	}

}
