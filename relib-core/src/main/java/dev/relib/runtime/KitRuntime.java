// SPDX-License-Identifier: Apache-2.0
package dev.relib.runtime;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.LongSupplier;

import dev.relib.failure.IncompatibleKitException;
import dev.relib.image.KitDescriptor;
import dev.relib.module.Cleanup;
import dev.relib.module.Destructors;
import dev.relib.module.LeakReport;
import dev.relib.module.LeakSite;
import dev.relib.module.MappedMemory;
import dev.relib.module.MemoryLeaks;
import dev.relib.module.MemoryUsage;
import dev.relib.module.ModuleSource;
import dev.relib.module.ModuleThread;
import dev.relib.module.OpenDescriptor;
import dev.relib.module.Resource;
import dev.relib.os.LibrarySymbols;
import dev.relib.os.NativeMemory;

/**
 * The runtime of a module that was built with the kit, which reports to a ledger in
 * librelib_rt.
 */
class KitRuntime implements ModuleRuntime {

	private final RuntimeLibrary library;

	private final ModuleSource source;

	private final Path copy;

	private final long id;

	private final KitLedger ledger;

	private final RuntimeFunction takePanic;

	private volatile Symbolizer symbolizer;

	private volatile boolean counting = true;

	/** Set before an unload frees the ledger, which other threads may still query. */
	private boolean closed;

	KitRuntime(RuntimeLibrary library, ModuleSource source, Path copy, long id, int siteInterval) {
		this.library = library;
		this.source = source;
		this.copy = copy;
		this.id = id;
		this.takePanic = library.function("relib_rt_take_panic");
		this.ledger = new KitLedger(library, open(library, source.module(), id));
		this.symbolizer = new Symbolizer(copy, 0, 0, this.ledger::partAt);
		this.ledger.call("relib_rt_sample_sites", siteInterval);
		this.ledger.call("relib_rt_log_to", library.logAddress());
	}

	private static long open(RuntimeLibrary library, String module, long id) {
		byte[] name = module.getBytes(StandardCharsets.UTF_8);
		try (NativeMemory text = NativeMemory.allocate(name.length + 1)) {
			text.putBytes(0, name);
			long ledger = library.function("relib_rt_ledger_open").call(text.address(), id);
			if (ledger == 0) {
				throw new OutOfMemoryError("no native memory for the ledger of module '" + module + "'");
			}
			return ledger;
		}
	}

	/** Returns the ledger's native address. */
	long ledger() {
		return this.ledger.address();
	}

	/**
	 * Names places in the library's code from now on.
	 * @param address an address in the opened library
	 */
	void locate(long address) {
		beginsAt(this.library.function("relib_rt_module_base").call(address));
	}

	/** Names places in the library's code from now on. */
	void beginsAt(long base) {
		long end = this.library.function("relib_rt_module_end").call(base);
		this.symbolizer = new Symbolizer(this.copy, base, end, this.ledger::partAt);
	}

	@Override
	public void leaveAllocations() {
		this.counting = false;
		this.ledger.call("relib_rt_leave_allocations");
	}

	@Override
	public long open(LongSupplier open) {
		try (NativeMemory path = NativeMemory.of(this.copy)) {
			this.ledger.call("relib_rt_expect", path.address());
			return open.getAsLong();
		}
		finally {
			this.library.function("relib_rt_expect").call(0, 0);
		}
	}

	@Override
	public long openWithParts(LongSupplier open) {
		Path gate = this.copy.resolveSibling(this.copy.getFileName() + ".parts");
		long early = 0;
		try (NativeMemory path = NativeMemory.of(this.copy); NativeMemory file = NativeMemory.of(gate)) {
			early = this.ledger.call("relib_rt_open_early", path.address(), file.address());
			return open.getAsLong();
		}
		finally {
			if (early != 0) {
				this.library.function("relib_rt_open_early_done").call(early);
			}
		}
	}

	@Override
	public void opened(long handle) {
		this.ledger.call("relib_rt_redirect_needed", handle);
	}

	@Override
	public void attach(LibrarySymbols symbols) {
		long descriptor = symbols.find(KitDescriptor.SYMBOL).orElseThrow();
		locate(descriptor);
		int refused = (int) this.ledger.call("relib_rt_attach", descriptor);
		if (refused != 0) {
			throw new IncompatibleKitException(this.source, "the module kit in it refused this host (" + refused + ")");
		}
	}

	@Override
	public Set<Resource> notCounted() {
		return this.counting ? Set.of() : Set.of(Resource.MEMORY);
	}

	@Override
	public MemoryUsage memory() {
		return this.counting ? read(KitLedger::usage, MemoryUsage.NONE) : MemoryUsage.NOT_COUNTED;
	}

	@Override
	public List<ModuleThread> threads() {
		return read((open) -> open.threads(this.symbolizer), List.of());
	}

	@Override
	public List<OpenDescriptor> descriptors() {
		return read((open) -> open.descriptors(this.symbolizer), List.of());
	}

	@Override
	public List<MappedMemory> mappedMemory() {
		return read((open) -> open.mappings(this.symbolizer), List.of());
	}

	@Override
	public Destructors destructors() {
		return read(KitLedger::destructors, Destructors.NONE);
	}

	@Override
	public List<LeakSite> leakSites() {
		return read((open) -> open.sites(this.symbolizer), List.of());
	}

	private synchronized <T> T read(Function<KitLedger, T> reader, T none) {
		return this.closed ? none : reader.apply(this.ledger);
	}

	@Override
	public Optional<String> takePanicMessage() {
		String message = PanicText.take(this.takePanic);
		return message.isEmpty() ? Optional.empty() : Optional.of(message);
	}

	@Override
	public void joinEndedThreads() {
		this.ledger.call("relib_rt_join_ended");
	}

	@Override
	public boolean endDestructors(Cleanup cleanup, Duration timeout) {
		String function = cleanup.runDestructors() ? "relib_rt_run_destructors" : "relib_rt_abandon_destructors";
		return (int) this.ledger.call(function, timeout.toMillis()) == 0;
	}

	@Override
	public void endStatics() {
		this.ledger.call("relib_rt_end_statics");
	}

	@Override
	public void beforeClose() {
		this.ledger.call("relib_rt_before_close");
	}

	@Override
	public void stopLogging() {
		this.ledger.call("relib_rt_log_to", 0);
	}

	/**
	 * Closes descriptors before it frees memory: closing a stream may write from a buffer
	 * of the module.
	 */
	@Override
	public synchronized LeakReport close(Cleanup cleanup) {
		this.closed = true;
		List<LeakSite> sites = this.ledger.sites(this.symbolizer);
		List<OpenDescriptor> descriptors = this.ledger.descriptors(this.symbolizer);
		List<MappedMemory> mappings = this.ledger.mappings(this.symbolizer);
		Destructors destructors = this.ledger.destructors();
		long closedDescriptors = cleanup.closeDescriptors() ? this.ledger.call("relib_rt_close_descriptors") : 0;
		long unmapped = cleanup.unmapMemory() ? this.ledger.call("relib_rt_unmap") : 0;
		KitLedger.Usage leaked = this.ledger.usage(cleanup.freeLeaks() ? "relib_rt_free_leaks" : "relib_rt_usage");
		this.ledger.call("relib_rt_ledger_close");
		this.library.forget(this.id);
		MemoryLeaks leaks = new MemoryLeaks(leaked.memory().liveCount(), leaked.memory().liveBytes(),
				cleanup.freeLeaks() ? leaked.freed() : 0, leaked.memory().foreignFrees());
		return new LeakReport(this.counting ? leaks : MemoryLeaks.NOT_COUNTED, sites, descriptors, closedDescriptors,
				mappings, unmapped, destructors, notCounted());
	}

}
