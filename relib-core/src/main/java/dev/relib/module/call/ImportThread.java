// SPDX-License-Identifier: Apache-2.0
package dev.relib.module.call;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

import dev.relib.module.ModuleThread;
import dev.relib.module.call.ImportThreads.Origin;
import dev.relib.os.KernelThread;
import dev.relib.os.NativeAccess;

/**
 * A thread that calls imports from outside of the module's calls. Its thread changes it,
 * any thread reads it.
 */
final class ImportThread {

	private static final int ENDED = -1;

	private final KernelThread thread = NativeAccess.current().threads().current();

	private final Thread attached = Thread.currentThread();

	private final Set<Generation> generations = ConcurrentHashMap.newKeySet();

	/** The number of imports that the thread is inside, or {@link #ENDED}. */
	private final AtomicInteger depth = new AtomicInteger();

	private volatile boolean lasting;

	/** The number of loads when the thread was last looked at. */
	private int looked = -1;

	/**
	 * Enters an import.
	 * @return {@code false} if the thread was taken for one that has ended
	 */
	boolean enter(Map<Generation, Supplier<Origin>> loaded, int loads) {
		int outer = this.depth.getAndUpdate((now) -> (now == ENDED) ? ENDED : now + 1);
		if (outer == ENDED) {
			return false;
		}
		if (!this.lasting && outer == 0 || this.looked != loads) {
			this.looked = loads;
			loaded.forEach(this::look);
		}
		return true;
	}

	private void look(Generation generation, Supplier<Origin> caller) {
		Origin origin = caller.get();
		if (origin != Origin.ELSEWHERE) {
			this.generations.add(generation);
			this.lasting |= origin == Origin.NATIVE;
		}
	}

	/** Leaves the innermost import. */
	void exit() {
		if (this.depth.decrementAndGet() == 0 && !this.lasting) {
			this.generations.clear();
		}
	}

	void forget(Generation generation) {
		this.generations.remove(generation);
	}

	boolean belongsTo(Generation generation) {
		return this.generations.contains(generation) && !isOver();
	}

	/** Whether it has ended; one of the JVM's, whether it is inside no import. */
	private boolean isOver() {
		return this.lasting ? hasEnded() : this.depth.get() <= 0;
	}

	/**
	 * Ends it if it is over, so that its thread enters no more by it.
	 * @return {@code true} if nobody needs it
	 */
	boolean end() {
		return this.lasting ? hasEnded() : this.depth.compareAndSet(0, ENDED);
	}

	/** The thread leaves the JVM before it has run all destructors of thread-locals. */
	private boolean hasEnded() {
		return (this.thread.id() != 0) ? !NativeAccess.current().threads().has(this.thread) : !this.attached.isAlive();
	}

	ModuleThread describe() {
		return new ModuleThread(this.thread.id(), this.thread.name(), this.thread.seen(),
				"at code that has called the host", true);
	}

}
