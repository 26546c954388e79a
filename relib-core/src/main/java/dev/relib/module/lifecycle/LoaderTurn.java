// SPDX-License-Identifier: Apache-2.0
package dev.relib.module.lifecycle;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;

import org.jspecify.annotations.Nullable;

/**
 * The loads of all registries open their libraries in turns. The loader lets in one
 * thread at a time anyway, until constructors of needed libraries have returned, and
 * whoever waits inside of it has no limit.
 */
final class LoaderTurn {

	private static final long POLL_MILLIS = 20;

	private static final ReentrantLock LOCK = new ReentrantLock(true);

	private static volatile @Nullable Load holder;

	private static volatile long since;

	private LoaderTurn() {
	}

	/**
	 * Opens a library when no other one is being opened.
	 * @param load the load, which may be given up meanwhile
	 * @param open opens the library
	 * @return what that returns
	 */
	static long take(Load load, LongSupplier open) {
		await(load);
		try {
			since = System.nanoTime();
			holder = load;
			load.hasItsTurn();
			return open.getAsLong();
		}
		finally {
			holder = null;
			LOCK.unlock();
		}
	}

	private static void await(Load load) {
		boolean interrupted = false;
		try {
			while (true) {
				try {
					if (LOCK.tryLock(POLL_MILLIS, TimeUnit.MILLISECONDS)) {
						return;
					}
					load.requireWanted();
				}
				catch (InterruptedException ex) {
					interrupted = true;
				}
			}
		}
		finally {
			if (interrupted) {
				Thread.currentThread().interrupt();
			}
		}
	}

	/** Tells whether the library of a load is being opened. */
	static boolean isHeldBy(Load load) {
		return holder == load;
	}

	/** Tells whether no library is being opened. */
	static boolean isFree() {
		return holder == null;
	}

	/** Tells whether the library that is being opened will not be used. */
	static boolean isStalled() {
		Load load = holder;
		return load != null && !load.isWanted();
	}

	/**
	 * Says which library is being opened.
	 * @param other a load whose own library does not count
	 * @return a clause; {@code null} if there is none
	 */
	static @Nullable String holder(@Nullable Load other) {
		Load load = holder;
		return (load == null || load == other) ? null
				: "it has been opening the library of module '" + load.request().source().module() + "' for "
						+ TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - since) + " ms";
	}

}
