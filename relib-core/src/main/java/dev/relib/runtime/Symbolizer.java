// SPDX-License-Identifier: Apache-2.0
package dev.relib.runtime;

import java.nio.file.Path;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

import dev.relib.image.FunctionNames;
import dev.relib.image.SourceLines;

/**
 * Names places in the code of a loaded library. Names are read from its file on first
 * use. Thread-safe.
 */
final class Symbolizer {

	private final Path library;

	private final long base;

	private final Map<Long, String> names = new ConcurrentHashMap<>();

	/**
	 * Creates the symbolizer of a mapped library.
	 * @param library the file that is mapped
	 * @param base the address that the library is mapped at
	 */
	Symbolizer(Path library, long base) {
		this.library = library;
		this.base = base;
	}

	/** Names an address, for example {@code counter_next+0x1f}. */
	String name(long address) {
		return names(Set.of(address)).get(address);
	}

	/**
	 * Names return addresses, and adds the source lines of the calls before them if debug
	 * information has them.
	 */
	Map<Long, String> withLines(Collection<Long> returnAddresses) {
		TreeSet<Long> calls = returnAddresses.stream()
			.map((address) -> address - 1 - this.base)
			.collect(Collectors.toCollection(TreeSet::new));
		Map<Long, String> lines = SourceLines.of(this.library, calls);
		Map<Long, String> functions = names(Set.copyOf(returnAddresses));
		return functions.keySet().stream().collect(Collectors.toMap((address) -> address, (address) -> {
			String line = lines.get(address - 1 - this.base);
			return (line != null) ? functions.get(address) + " (" + line + ")" : functions.get(address);
		}));
	}

	private Map<Long, String> names(Set<Long> addresses) {
		TreeSet<Long> unknown = addresses.stream()
			.map((address) -> address - this.base)
			.filter((offset) -> !this.names.containsKey(offset))
			.collect(Collectors.toCollection(TreeSet::new));
		if (!unknown.isEmpty()) {
			this.names.putAll(FunctionNames.of(this.library, unknown));
		}
		return addresses.stream()
			.collect(Collectors.toMap((address) -> address, (address) -> this.names.get(address - this.base)));
	}

}
