// SPDX-License-Identifier: Apache-2.0
package dev.relib.module.call;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

import dev.relib.module.ModuleThread;

/**
 * The threads that call imports of a module and are inside none of its calls, whoever has
 * started them. The call has attached such a thread to the JVM, where it stays until it
 * ends: it belongs to the generations that it has called from until then. A thread of the
 * JVM's own making belongs to them for the time of the import.
 */
public final class ImportThreads {

	/** The number of threads at which ended ones are looked for first. */
	private static final int SWEPT = 64;

	private final Map<Generation, Supplier<Origin>> loaded = new ConcurrentHashMap<>();

	/** How often {@link #loaded} has grown. */
	private final AtomicInteger loads = new AtomicInteger();

	private final Map<Thread, ImportThread> threads = new ConcurrentHashMap<>();

	/** Threads that end are removed when there are as many as this. */
	private volatile int limit = SWEPT;

	/**
	 * Creates an empty set of threads.
	 */
	public ImportThreads() {
	}

	/**
	 * Tells of a generation whose code may call imports.
	 * @param generation the generation
	 * @param caller tells whether the calling thread has been called from its code
	 */
	public void loaded(Generation generation, Supplier<Origin> caller) {
		this.loaded.put(generation, caller);
		this.loads.incrementAndGet();
	}

	/**
	 * Tells that a generation is gone.
	 * @param generation a generation that is unmapped
	 */
	public void gone(Generation generation) {
		this.loaded.remove(generation);
		this.threads.values().forEach((thread) -> thread.forget(generation));
		removeEnded();
	}

	/**
	 * Lists the threads that belong to a generation and have not ended.
	 * @param generation the generation
	 * @return the threads
	 */
	public List<ModuleThread> of(Generation generation) {
		return this.threads.values()
			.stream()
			.filter((thread) -> thread.belongsTo(generation))
			.map(ImportThread::describe)
			.toList();
	}

	/**
	 * Enters an import on the calling thread, which leaves it by {@link ImportThread}.
	 */
	ImportThread enter() {
		ImportThread known = this.threads.get(Thread.currentThread());
		return (known != null && known.enter(this.loaded, this.loads.get())) ? known : enterFirst();
	}

	/** Enters first: a thread that is inside no import may be taken for an ended one. */
	private ImportThread enterFirst() {
		ImportThread thread = new ImportThread();
		thread.enter(this.loaded, this.loads.get());
		this.threads.put(Thread.currentThread(), thread);
		if (this.threads.size() > this.limit) {
			removeEnded();
		}
		return thread;
	}

	private void removeEnded() {
		this.threads.values().removeIf(ImportThread::end);
		this.limit = SWEPT + 2 * this.threads.size();
	}

	/**
	 * Where a thread comes from that calls an import.
	 */
	public enum Origin {

		/** Its stack has no code of the generation. */
		ELSEWHERE,
		/** The JVM has made it; code of the generation is on its stack. */
		JVM,
		/** Native code has made it; code of the generation is on its stack. */
		NATIVE

	}

}
