// SPDX-License-Identifier: Apache-2.0
package dev.relib.link.ffm;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;

import dev.relib.os.NativeAccess;

/**
 * The threads that call from native code. The JDK attaches one that is not Java's when it
 * calls first, as a daemon, under a number.
 */
final class FfmThreads {

	/** What a thread without a name is called, before its number. */
	private static final String NUMBERED = "Thread-";

	/**
	 * Ids of threads that have been looked at, by their last bits. No id is used twice.
	 * Another thread in the same place has both looked at again.
	 */
	private static final long[] SEEN = new long[256];

	private static final StackWalker WALKER = StackWalker.getInstance();

	private static final MethodHandle LOOK;

	static {
		try {
			LOOK = MethodHandles.lookup()
				.findStatic(FfmThreads.class, "look", MethodType.methodType(void.class, String.class));
		}
		catch (ReflectiveOperationException ex) {
			throw new ExceptionInInitializerError(ex);
		}
	}

	private FfmThreads() {
	}

	static void prepare() {
		LateThreads.prepare();
	}

	/** Has a target name the thread that calls it, if that is not Java's. */
	static MethodHandle named(MethodHandle target, String prefix) {
		return MethodHandles.foldArguments(target, MethodHandles.insertArguments(LOOK, 0, prefix));
	}

	private static void look(String prefix) {
		Thread thread = Thread.currentThread();
		long id = thread.threadId();
		int place = (int) id & (SEEN.length - 1);
		if (SEEN[place] != id) {
			if (thread.getName().startsWith(NUMBERED) && isInItsFirstCall()) {
				thread.setName(prefix + "-" + NativeAccess.current().threads().currentName());
				LateThreads.expect();
			}
			SEEN[place] = id;
		}
	}

	/** A thread of Java's own has frames below the two of this class. */
	private static boolean isInItsFirstCall() {
		return WALKER.walk((frames) -> frames.limit(3).count()) < 3;
	}

}
