// SPDX-License-Identifier: Apache-2.0
package dev.relib.module.lifecycle;

import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

import dev.relib.failure.LoaderBusyException;
import dev.relib.module.ModuleSource;
import org.jspecify.annotations.Nullable;

/**
 * The loads of all registries open their libraries in turns, and nobody asks the loader
 * for functions meanwhile. The loader lets in one thread at a time anyway, until
 * constructors of needed libraries have returned, and whoever waits inside of it has no
 * limit.
 */
final class LoaderTurn {

	private static final long POLL_MILLIS = 20;

	private static final String OTHERS = "it is being asked for functions of another library";

	private static final int ALL = Integer.MAX_VALUE;

	/** Opening takes all of them, and looking functions up one. */
	private static final Semaphore TURNS = new Semaphore(ALL);

	private static volatile @Nullable Load holder;

	private static volatile @Nullable Thread opener;

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
		await(ALL, load::requireWanted);
		try {
			since = System.nanoTime();
			opener = Thread.currentThread();
			holder = load;
			load.hasItsTurn();
			return open.getAsLong();
		}
		finally {
			holder = null;
			opener = null;
			TURNS.release(ALL);
		}
	}

	/** Runs the check from time to time, which may end the wait by an exception. */
	private static void await(int turns, Runnable check) {
		boolean interrupted = false;
		try {
			while (true) {
				try {
					if (TURNS.tryAcquire(turns, POLL_MILLIS, TimeUnit.MILLISECONDS)) {
						return;
					}
					check.run();
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

	/**
	 * Asks the loader for functions when no library is being opened, or by its
	 * constructor. Others may ask at the same time.
	 * @param source the module that has them
	 * @param limit how long to wait, where 0 is for ever
	 * @param work asks for them
	 * @return what that returns
	 * @throws LoaderBusyException if a library is being opened for that long
	 */
	static <T> T lookUp(ModuleSource source, Duration limit, Supplier<T> work) {
		if (opener == Thread.currentThread()) {
			return work.get();
		}
		long started = System.nanoTime();
		await(1, () -> {
			if (!limit.isZero() && System.nanoTime() - started > limit.toNanos()) {
				throw new LoaderBusyException(source.module(), limit, Objects.requireNonNullElse(holder(null), OTHERS));
			}
		});
		try {
			return work.get();
		}
		finally {
			TURNS.release();
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
		if (load == null && TURNS.availablePermits() < ALL) {
			return OTHERS;
		}
		return (load == null || load == other) ? null
				: "it has been opening the library of module '" + load.request().source().module() + "' for "
						+ TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - since) + " ms";
	}

}
