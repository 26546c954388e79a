// SPDX-License-Identifier: Apache-2.0
package dev.relib.runtime;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.LongStream;

import dev.relib.module.Destructors;
import dev.relib.module.LeakSite;
import dev.relib.module.MappedMemory;
import dev.relib.module.MemoryUsage;
import dev.relib.module.ModuleThread;
import dev.relib.module.OpenDescriptor;
import dev.relib.os.NativeMemory;

/**
 * Reads a ledger of librelib_rt. The layouts of its tables are defined in
 * {@code relib_rt.h}. Not usable after the ledger is closed.
 */
final class KitLedger {

	private static final int USAGE_SIZE = 4 * Long.BYTES;

	private static final int DESTRUCTORS_SIZE = 5 * Long.BYTES;

	private static final int NAME_SIZE = 16;

	private static final int STACK_FRAMES = 16;

	private static final int THREAD_SIZE = (3 + STACK_FRAMES) * Long.BYTES + NAME_SIZE;

	private static final int DESCRIPTOR_SIZE = 2 * Long.BYTES + NAME_SIZE;

	private static final int MAPPING_SIZE = 3 * Long.BYTES;

	private static final int PATH_SIZE = 4096;

	private static final int SITE_SIZE = (2 + STACK_FRAMES) * Long.BYTES;

	/** The number of call stacks that a report shows. */
	private static final int TOP_SITES = 10;

	private final RuntimeLibrary library;

	private final long address;

	KitLedger(RuntimeLibrary library, long address) {
		this.library = library;
		this.address = address;
	}

	long address() {
		return this.address;
	}

	long call(String function, long... arguments) {
		long[] all = LongStream.concat(LongStream.of(this.address), Arrays.stream(arguments)).toArray();
		return this.library.function(function).call(all);
	}

	/** Finds the part of the module that has, or had, an address. */
	Optional<LibraryPart> partAt(long address) {
		try (NativeMemory path = NativeMemory.allocate(PATH_SIZE)) {
			long base = call("relib_rt_part_at", address, path.address(), PATH_SIZE);
			if (base == 0) {
				return Optional.empty();
			}
			String text = new String(path.getBytes(0, PATH_SIZE), StandardCharsets.UTF_8);
			return Optional.of(new LibraryPart(Path.of(text.substring(0, text.indexOf('\0'))), base));
		}
	}

	MemoryUsage usage() {
		return usage("relib_rt_usage").memory();
	}

	/** Reads the usage with a function that may also free the allocations. */
	Usage usage(String function) {
		try (NativeMemory usage = NativeMemory.allocate(USAGE_SIZE)) {
			long freed = call(function, usage.address());
			return new Usage(new MemoryUsage(usage.getLong(0), usage.getLong(8), usage.getLong(16), usage.getLong(24)),
					freed);
		}
	}

	Destructors destructors() {
		try (NativeMemory counts = NativeMemory.allocate(DESTRUCTORS_SIZE)) {
			call("relib_rt_destructors", counts.address());
			return new Destructors(counts.getLong(0), counts.getLong(8), counts.getLong(16), counts.getLong(24));
		}
	}

	List<ModuleThread> threads(Symbolizer symbolizer) {
		return all("relib_rt_threads", THREAD_SIZE, (table, at) -> new ModuleThread(table.getLong(at),
				name(table, at + 24), Instant.ofEpochMilli(table.getLong(at + 8)),
				ThreadOrigin.of(frames(table, at + 24 + NAME_SIZE), symbolizer::name), table.getLong(at + 16) != 0));
	}

	List<OpenDescriptor> descriptors(Symbolizer symbolizer) {
		return all("relib_rt_descriptors", DESCRIPTOR_SIZE, (table, at) -> new OpenDescriptor(table.getLong(at),
				name(table, at + 16), symbolizer.name(table.getLong(at + 8))));
	}

	List<MappedMemory> mappings(Symbolizer symbolizer) {
		return all("relib_rt_mappings", MAPPING_SIZE, (table, at) -> new MappedMemory(table.getLong(at),
				table.getLong(at + 8), symbolizer.name(table.getLong(at + 16))));
	}

	/** Lists the call stacks with the most live memory, at most {@value #TOP_SITES}. */
	List<LeakSite> sites(Symbolizer symbolizer) {
		try (NativeMemory table = NativeMemory.allocate(TOP_SITES * SITE_SIZE)) {
			long count = call("relib_rt_sites", table.address(), TOP_SITES);
			List<List<Long>> stacks = read(table, (int) Math.min(count, TOP_SITES), SITE_SIZE, KitLedger::callers);
			Map<Long, String> names = symbolizer.withLines(stacks.stream().flatMap(List::stream).toList());
			List<LeakSite> sites = new ArrayList<>();
			for (int i = 0; i < stacks.size(); i++) {
				int at = i * SITE_SIZE;
				sites.add(new LeakSite(table.getLong(at), table.getLong(at + 8),
						stacks.get(i).stream().map(names::get).toList()));
			}
			return sites;
		}
	}

	/** Returns a stack without its innermost frame, which is the kit's own. */
	private static List<Long> callers(NativeMemory site, int at) {
		return frames(site, at + 2 * Long.BYTES).stream().skip(1).toList();
	}

	private static List<Long> frames(NativeMemory table, int at) {
		return LongStream.range(0, STACK_FRAMES)
			.map((word) -> table.getLong(at + (int) word * Long.BYTES))
			.takeWhile((frame) -> frame != 0)
			.boxed()
			.toList();
	}

	/**
	 * Reads a whole table. The table may grow between two calls, so the room is doubled
	 * until all entries fit.
	 */
	private <T> List<T> all(String function, int entrySize, BiFunction<NativeMemory, Integer, T> entry) {
		for (int capacity = 16;; capacity *= 2) {
			try (NativeMemory table = NativeMemory.allocate(capacity * entrySize)) {
				long count = call(function, table.address(), capacity);
				if (count <= capacity) {
					return read(table, (int) count, entrySize, entry);
				}
			}
		}
	}

	private static <T> List<T> read(NativeMemory table, int count, int entrySize,
			BiFunction<NativeMemory, Integer, T> entry) {
		List<T> entries = new ArrayList<>(count);
		for (int i = 0; i < count; i++) {
			entries.add(entry.apply(table, i * entrySize));
		}
		return entries;
	}

	private static String name(NativeMemory table, int at) {
		String name = new String(table.getBytes(at, NAME_SIZE), StandardCharsets.UTF_8);
		return name.substring(0, name.indexOf('\0'));
	}

	/**
	 * The result of a function that reads the usage.
	 *
	 * @param memory the usage
	 * @param freed the number of allocations that the function has freed
	 */
	record Usage(MemoryUsage memory, long freed) {

	}

}
