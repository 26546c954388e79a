// SPDX-License-Identifier: Apache-2.0
package dev.relib.module.call;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
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

	private final KernelThread thread = NativeAccess.current().threads().current();

	private final Thread attached = Thread.currentThread();

	private final Set<Generation> generations = ConcurrentHashMap.newKeySet();

	/** The number of imports that the thread is inside. */
	private volatile int depth;

	private volatile boolean lasting;

	/** The number of loads when the thread was last looked at. */
	private int looked = -1;

	void enter(Map<Generation, Supplier<Origin>> loaded, int loads) {
		if (!this.lasting && this.depth == 0 || this.looked != loads) {
			this.looked = loads;
			loaded.forEach(this::look);
		}
		this.depth = this.depth + 1;
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
		this.depth = this.depth - 1;
		if (this.depth == 0 && !this.lasting) {
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
	boolean isOver() {
		return this.lasting ? hasEnded() : this.depth == 0;
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
