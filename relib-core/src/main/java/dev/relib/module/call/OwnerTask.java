// SPDX-License-Identifier: Apache-2.0
package dev.relib.module.call;

import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;

import org.jspecify.annotations.Nullable;

/**
 * A task of a generation, which runs with the generation's name and its asker's context
 * class loader.
 *
 * @param <T> the type of the result
 */
final class OwnerTask<T extends @Nullable Object> extends FutureTask<T> {

	private final OwnerThread owner;

	private final @Nullable ClassLoader context = Thread.currentThread().getContextClassLoader();

	private volatile @Nullable Thread thread;

	private @Nullable OwnerWorker worker;

	OwnerTask(OwnerThread owner, Callable<T> work) {
		super(work);
		this.owner = owner;
	}

	@Override
	public void run() {
		Thread current = Thread.currentThread();
		String idle = current.getName();
		this.thread = current;
		current.setContextClassLoader(this.context);
		rename(current, idle, this.owner.name());
		try {
			super.run();
		}
		finally {
			Thread.interrupted(); // by code of the module, and not meant for the next
									// task
			rename(current, this.owner.name(), idle);
			current.setContextClassLoader(null);
		}
	}

	private static void rename(Thread thread, String before, String after) {
		if (!before.equals(after)) {
			thread.setName(after);
		}
	}

	/** Tells whether the calling thread runs this for an owner. */
	boolean isInside(OwnerThread asked) {
		return asked == this.owner && Thread.currentThread() == this.thread;
	}

	/** A worker will run it at once. */
	void begins(OwnerWorker next) {
		this.worker = next;
	}

	/** Whoever has the result finds the thread free. */
	@Override
	protected void set(T result) {
		this.owner.finished(Objects.requireNonNull(this.worker));
		super.set(result);
	}

	@Override
	protected void setException(Throwable failure) {
		this.owner.finished(Objects.requireNonNull(this.worker));
		super.setException(failure);
	}

}
