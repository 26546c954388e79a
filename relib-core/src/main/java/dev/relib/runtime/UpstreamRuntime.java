// SPDX-License-Identifier: Apache-2.0
package dev.relib.runtime;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import dev.relib.image.UpstreamInfo;
import dev.relib.module.Cleanup;
import dev.relib.module.LeakReport;
import dev.relib.module.MemoryLeaks;
import dev.relib.module.MemoryUsage;
import dev.relib.module.ModuleThread;
import dev.relib.module.Resource;
import dev.relib.os.LibrarySymbols;
import dev.relib.os.NativeMemory;

/**
 * The runtime of a module that was built with upstream's crates. Its own runtime tracks
 * resources inside the module, and its threads are in a ledger of the host.
 */
final class UpstreamRuntime implements ModuleRuntime {

	private static final int USAGE_SIZE = 4 * Long.BYTES;

	private final RuntimeLibrary library;

	/** The ledger of the module's threads. */
	private final KitRuntime ledger;

	private final long upstream;

	/** Whether the library was built with a runtime of its own. */
	private final boolean unloading;

	private final RuntimeFunction takePanic;

	private final Instant opened = Instant.now();

	private boolean attached;

	/**
	 * Whether the runtime inside the library tells of its allocations, and is listened
	 * to.
	 */
	private boolean counting;

	private volatile MemoryLeaks leaks = MemoryLeaks.NOT_COUNTED;

	UpstreamRuntime(RuntimeLibrary library, KitRuntime ledger, boolean unloading) {
		this.library = library;
		this.ledger = ledger;
		this.unloading = unloading;
		this.takePanic = library.function("relib_rt_upstream_take_panic");
		this.upstream = library.function("relib_rt_upstream_open").call(ledger.ledger());
		if (this.upstream == 0) {
			ledger.close(Cleanup.ALL);
			throw new OutOfMemoryError("no native memory for the ledger of a module of upstream's crates");
		}
	}

	@Override
	public void leaveAllocations() {
		this.ledger.leaveAllocations();
	}

	@Override
	public synchronized void attach(LibrarySymbols symbols) {
		long info = symbols.find(UpstreamInfo.SYMBOL).orElseThrow();
		this.ledger.locate(info);
		this.library.function("relib_rt_upstream_watch").call(this.upstream, info);
		if (this.unloading) {
			try (NativeMemory addresses = UpstreamSymbols.addresses(symbols)) {
				this.library.function("relib_rt_upstream_attach").call(this.upstream, addresses.address());
				this.counting = this.library.function("relib_rt_upstream_counts").call(this.upstream) != 0;
			}
		}
		this.attached = true;
	}

	/** The library's own runtime tells of no more than memory. */
	@Override
	public Set<Resource> notCounted() {
		Set<Resource> unknown = EnumSet.of(Resource.DESCRIPTORS, Resource.MAPPED_MEMORY, Resource.DESTRUCTORS);
		if (!this.counting) {
			unknown.add(Resource.MEMORY);
		}
		return unknown;
	}

	@Override
	public synchronized MemoryUsage memory() {
		return (this.attached && this.counting) ? usage("relib_rt_upstream_usage") : MemoryUsage.NOT_COUNTED;
	}

	private MemoryUsage usage(String function) {
		try (NativeMemory usage = NativeMemory.allocate(USAGE_SIZE)) {
			this.library.function(function).call(this.upstream, usage.address());
			return new MemoryUsage(usage.getLong(0), usage.getLong(8), usage.getLong(16), usage.getLong(24));
		}
	}

	@Override
	public synchronized List<ModuleThread> threads() {
		if (!this.attached) {
			return List.of();
		}
		List<ModuleThread> threads = new ArrayList<>(this.ledger.threads());
		int others = this.unloading ? (int) this.library.function("relib_rt_upstream_threads").call(this.upstream) : 0;
		threads.addAll(Collections.nCopies(others, new ModuleThread(0, "unknown", this.opened, "unknown", false)));
		return threads;
	}

	@Override
	public Optional<String> takePanicMessage() {
		return UpstreamPanic.message(PanicText.take(this.takePanic));
	}

	@Override
	public void joinEndedThreads() {
		this.ledger.joinEndedThreads();
	}

	@Override
	public void beforeClose() {
		if (detach() && this.unloading) {
			MemoryUsage leaked = usage("relib_rt_upstream_exit");
			if (this.counting) {
				this.leaks = new MemoryLeaks(leaked.liveCount(), leaked.liveBytes(), leaked.liveCount(), 0);
			}
		}
		this.ledger.beforeClose();
	}

	/**
	 * Keeps snapshots from calling the library from now on. Its destructors call the
	 * host, which may take one.
	 */
	private synchronized boolean detach() {
		boolean wasAttached = this.attached;
		this.attached = false;
		return wasAttached;
	}

	@Override
	public void stopLogging() {
		this.ledger.stopLogging();
	}

	@Override
	public synchronized LeakReport close(Cleanup cleanup) {
		this.library.function("relib_rt_upstream_close").call(this.upstream);
		this.ledger.close(cleanup);
		return LeakReport.of(this.leaks, notCounted());
	}

}
