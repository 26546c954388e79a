// SPDX-License-Identifier: Apache-2.0
package dev.relib.runtime;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.relib.failure.NoUpstreamCratesException;
import dev.relib.image.LibraryImage;
import dev.relib.module.ModuleSource;
import dev.relib.os.LibrarySymbols;
import dev.relib.os.NativeMemory;

/**
 * The symbols between upstream's crates and their host, in the order of
 * {@code relib_upstream_symbols} in {@code relib_rt.h}.
 */
public final class UpstreamSymbols {

	private static final String PREFIX = "__relib_____Internal___";

	private static final List<String> SLOTS = List.of("on_alloc", "on_cached_allocs", "unrecoverable",
			"is_ptr_allocated");

	private static final List<String> FUNCTIONS = List.of("init", "exit", "take_cached_allocs_before_exit",
			"lock_module_allocator", "spawned_threads_count", "run_thread_local_dtors", "misc_cleanup");

	/** For Windows only: the host sets no callback elsewhere. */
	private static final String UNUSED = function("set_dealloc_callback");

	private UpstreamSymbols() {
	}

	/**
	 * Checks that a library has them.
	 * @param source the module and its library
	 * @param image the library's content
	 * @throws NoUpstreamCratesException naming the first that is missing
	 */
	public static void require(ModuleSource source, LibraryImage image) {
		for (String name : SLOTS) {
			if (!image.hasSlot(slot(name))) {
				throw new NoUpstreamCratesException(source, slot(name));
			}
		}
		for (String name : FUNCTIONS) {
			if (!image.hasFunction(function(name))) {
				throw new NoUpstreamCratesException(source, function(name));
			}
		}
	}

	/**
	 * Finds a symbol of a later runtime, which takes more of its host than this one
	 * gives.
	 * @param image the library's content
	 * @return the first symbol by name; empty if all are known
	 */
	public static Optional<String> unknown(LibraryImage image) {
		Set<String> known = Stream
			.of(SLOTS.stream().map(UpstreamSymbols::slot), FUNCTIONS.stream().map(UpstreamSymbols::function),
					Stream.of(UNUSED))
			.flatMap((names) -> names)
			.collect(Collectors.toSet());
		return image.relibSymbols(PREFIX).stream().filter((symbol) -> !known.contains(symbol)).findFirst();
	}

	/**
	 * Returns the table of their addresses in the opened library, to be closed by the
	 * caller.
	 */
	static NativeMemory addresses(LibrarySymbols symbols) {
		NativeMemory addresses = NativeMemory.allocate((SLOTS.size() + FUNCTIONS.size()) * Long.BYTES);
		long next = addresses.address();
		for (String name : SLOTS) {
			NativeMemory.putLongAt(next, symbols.find(slot(name)).orElseThrow());
			next += Long.BYTES;
		}
		for (String name : FUNCTIONS) {
			NativeMemory.putLongAt(next, symbols.find(function(name)).orElseThrow());
			next += Long.BYTES;
		}
		return addresses;
	}

	private static String slot(String name) {
		return PREFIX + "Imports____" + name;
	}

	private static String function(String name) {
		return PREFIX + "Exports____" + name;
	}

}
