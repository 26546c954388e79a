// SPDX-License-Identifier: Apache-2.0
package dev.relib.module.lifecycle;

import java.time.Duration;
import java.util.concurrent.FutureTask;
import java.util.function.Supplier;

import dev.relib.failure.LoadTimeoutException;
import dev.relib.module.LoadOptions;
import dev.relib.module.ModuleSource;
import dev.relib.module.call.OwnerThread;

/**
 * Reads files of a library outside of a load, for as long as a load may take. A read that
 * takes longer goes on: nothing can end a thread that reads a file.
 */
public final class TimedReading {

	private TimedReading() {
	}

	/**
	 * Reads files of a module's library.
	 * @param <T> the type of the result
	 * @param source the module and its library, for the messages of exceptions
	 * @param options the limit
	 * @param read reads, and leaves nothing to be undone if nobody waits for its result
	 * @return the result
	 * @throws LoadTimeoutException if that takes too long
	 */
	public static <T> T run(ModuleSource source, LoadOptions options, Supplier<T> read) {
		return run(options.timeout(), source.location(), read,
				() -> LoadTimeoutException.reading(source, options.timeout()));
	}

	/**
	 * Reads any file on a thread of its own.
	 * @param <T> the type of the result
	 * @param limit how long that may take; zero for ever
	 * @param location what is read, for people
	 * @param read reads, and leaves nothing to be undone if nobody waits for its result
	 * @param late makes the exception if that takes too long
	 * @return the result
	 */
	public static <T> T run(Duration limit, String location, Supplier<T> read,
			Supplier<? extends RuntimeException> late) {
		if (limit.isZero()) {
			return read.get();
		}
		FutureTask<T> reading = new FutureTask<>(read::get);
		Thread thread = new Thread(reading, "relib-reading-" + location);
		thread.setDaemon(true);
		thread.start();
		if (!Await.end(limit, reading)) {
			throw late.get();
		}
		return OwnerThread.result(reading);
	}

}
