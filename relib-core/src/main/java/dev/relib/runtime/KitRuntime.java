package dev.relib.runtime;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import dev.relib.ModuleSource;
import dev.relib.image.KitDescriptor;
import dev.relib.link.WordFunction;
import dev.relib.os.LibrarySymbols;
import dev.relib.os.NativeMemory;

/**
 * The account of a module that was built with the kit: a ledger in librelib_rt.
 */
final class KitRuntime implements ModuleRuntime {

	private static final int USAGE_SIZE = 4 * Long.BYTES;

	private static final int THREAD_SIZE = 4 * Long.BYTES + 16;

	private final RuntimeLibrary library;

	private final ModuleSource source;

	private final long id;

	private final long ledger;

	private final WordFunction takePanic;

	/** Snapshots may be asked for while an unload is about to free the ledger. */
	private boolean closed;

	KitRuntime(RuntimeLibrary library, ModuleSource source, long id) {
		this.library = library;
		this.source = source;
		this.id = id;
		this.takePanic = library.function("relib_rt_take_panic");
		byte[] name = source.module().getBytes(StandardCharsets.UTF_8);
		try (NativeMemory text = NativeMemory.allocate(name.length + 1)) {
			text.putBytes(0, name);
			this.ledger = library.function("relib_rt_ledger_open").call(text.address(), id);
		}
		if (this.ledger == 0) {
			throw new OutOfMemoryError("no native memory for the ledger of module '" + source.module() + "'");
		}
	}

	@Override
	public void attach(LibrarySymbols symbols) {
		long descriptor = symbols.find(KitDescriptor.SYMBOL).orElseThrow();
		int refused = (int) this.library.function("relib_rt_attach").call(this.ledger, descriptor);
		if (refused != 0) {
			throw new IncompatibleKitException(this.source, "the module kit in it refused this host (" + refused + ")");
		}
	}

	@Override
	public synchronized MemoryUsage memory() {
		if (this.closed) {
			return MemoryUsage.NONE;
		}
		try (NativeMemory usage = NativeMemory.allocate(USAGE_SIZE)) {
			this.library.function("relib_rt_usage").call(this.ledger, usage.address());
			return usage(usage);
		}
	}

	private static MemoryUsage usage(NativeMemory usage) {
		return new MemoryUsage(usage.getLong(0), usage.getLong(8), usage.getLong(16), usage.getLong(24));
	}

	@Override
	public synchronized List<ModuleThread> threads() {
		if (this.closed) {
			return List.of();
		}
		for (int capacity = 16;; capacity *= 2) {
			try (NativeMemory table = NativeMemory.allocate(capacity * THREAD_SIZE)) {
				long count = this.library.function("relib_rt_threads").call(this.ledger, table.address(), capacity);
				if (count <= capacity) {
					return threads(table, (int) count);
				}
			}
		}
	}

	private static List<ModuleThread> threads(NativeMemory table, int count) {
		List<ModuleThread> threads = new ArrayList<>();
		for (int i = 0; i < count; i++) {
			int at = i * THREAD_SIZE;
			String name = new String(table.getBytes(at + 32, 16), StandardCharsets.UTF_8);
			threads.add(new ModuleThread(table.getLong(at), name.substring(0, name.indexOf('\0')),
					Instant.ofEpochMilli(table.getLong(at + 8)), table.getLong(at + 16), table.getLong(at + 24) != 0));
		}
		return threads;
	}

	@Override
	public Optional<String> takePanicMessage(NativeMemory buffer, int size) {
		int length = (int) this.takePanic.call(buffer.address(), size);
		return (length != 0) ? Optional.of(new String(buffer.getBytes(0, length), StandardCharsets.UTF_8))
				: Optional.empty();
	}

	@Override
	public void joinEndedThreads() {
		this.library.function("relib_rt_join_ended").call(this.ledger);
	}

	@Override
	public synchronized Leaks close() {
		this.closed = true;
		try (NativeMemory usage = NativeMemory.allocate(USAGE_SIZE)) {
			long freed = this.library.function("relib_rt_free_leaks").call(this.ledger, usage.address());
			MemoryUsage leaked = usage(usage);
			this.library.function("relib_rt_ledger_close").call(this.ledger);
			this.library.forget(this.id);
			return new Leaks(leaked.liveCount(), leaked.liveBytes(), freed);
		}
	}

}
