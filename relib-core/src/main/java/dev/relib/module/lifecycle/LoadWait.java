// SPDX-License-Identifier: Apache-2.0
package dev.relib.module.lifecycle;

import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

import dev.relib.failure.ModuleClosedException;
import dev.relib.failure.ModuleLoadException;
import dev.relib.module.call.OwnerThread;

/**
 * Waits for the parts of a load that run on its owner thread, as long as the load may
 * take and its registry is open. A load that is given up goes on: nothing can end a
 * thread that reads a file or runs constructors.
 */
final class LoadWait {

	private static final long POLL_MILLIS = 20;

	private final Load load;

	private final Duration limit;

	private final long started = System.nanoTime();

	LoadWait(Load load) {
		this.load = load;
		this.limit = load.request().options().load().timeout();
	}

	/**
	 * Runs a part of the load on its owner thread.
	 * @param part the part
	 * @param late makes the exception for a part that is not done in time
	 * @throws ModuleLoadException if it is not, or fails
	 */
	void run(Runnable part, Supplier<ModuleLoadException> late) {
		Future<?> running = this.load.owner().start(() -> {
			part.run();
			return this;
		});
		try {
			await(running, late);
		}
		catch (RuntimeException | Error ex) {
			if (!running.isDone() && this.load.isWanted()) {
				this.load.giveUp(running, ex.toString());
			}
			throw ex;
		}
		OwnerThread.result(running);
	}

	private void await(Future<?> running, Supplier<ModuleLoadException> late) {
		boolean interrupted = false;
		try {
			while (!running.isDone()) {
				try {
					running.get(POLL_MILLIS, TimeUnit.MILLISECONDS);
				}
				catch (InterruptedException ex) {
					interrupted = true;
				}
				catch (TimeoutException | ExecutionException ex) {
					if (!running.isDone()) {
						giveUpIfLate(running, late);
					}
				}
			}
		}
		finally {
			if (interrupted) {
				Thread.currentThread().interrupt();
			}
		}
	}

	private void giveUpIfLate(Future<?> running, Supplier<ModuleLoadException> late) {
		if (this.load.request().cancelled().getAsBoolean()) {
			ModuleClosedException closed = ModuleClosedException.registryClosed(this.load.request().source().module());
			this.load.giveUp(running, closed.getMessage());
			throw closed;
		}
		if (!this.limit.isZero() && System.nanoTime() - this.started > this.limit.toNanos()) {
			ModuleLoadException failure = late.get();
			this.load.giveUp(running, failure.problem());
			throw failure;
		}
	}

	Duration limit() {
		return this.limit;
	}

}
