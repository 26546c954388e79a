// SPDX-License-Identifier: Apache-2.0
package dev.relib.runtime;

import java.nio.file.Path;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongFunction;
import java.util.stream.Collectors;

import dev.relib.image.FunctionNames;
import dev.relib.image.SourceLines;

/**
 * Names places in the code of a loaded library and of its parts. Names are read from
 * files on first use. Thread-safe.
 */
final class Symbolizer {

	private final Path library;

	private final long base;

	private final long end;

	private final LongFunction<Optional<LibraryPart>> parts;

	private final Map<Long, String> names = new ConcurrentHashMap<>();

	/**
	 * Creates the symbolizer of a mapped library.
	 * @param library the file that is mapped
	 * @param base the address that the library is mapped at
	 * @param end the address behind it
	 * @param parts finds the library with an address outside
	 */
	Symbolizer(Path library, long base, long end, LongFunction<Optional<LibraryPart>> parts) {
		this.library = library;
		this.base = base;
		this.end = end;
		this.parts = parts;
	}

	/**
	 * Names an address, for example {@code counter_next+0x1f}; one in a part of the
	 * library {@code helper_open+0x1f in libhelper.so}; any other by its number.
	 */
	String name(long address) {
		return names(Set.of(address)).get(address);
	}

	/**
	 * Names return addresses, and adds the source lines of the calls before them if debug
	 * information has them.
	 */
	Map<Long, String> withLines(Collection<Long> returnAddresses) {
		TreeSet<Long> calls = returnAddresses.stream()
			.filter(this::isInside)
			.map((address) -> address - 1 - this.base)
			.collect(Collectors.toCollection(TreeSet::new));
		Map<Long, String> lines = SourceLines.of(this.library, calls);
		Map<Long, String> functions = names(Set.copyOf(returnAddresses));
		return functions.keySet().stream().collect(Collectors.toMap((address) -> address, (address) -> {
			String line = lines.get(address - 1 - this.base);
			return (line != null) ? functions.get(address) + " (" + line + ")" : functions.get(address);
		}));
	}

	private boolean isInside(long address) {
		return address >= this.base && address <= this.end;
	}

	private Map<Long, String> names(Set<Long> addresses) {
		TreeSet<Long> unknown = addresses.stream()
			.filter((address) -> isInside(address) && !this.names.containsKey(address))
			.map((address) -> address - this.base)
			.collect(Collectors.toCollection(TreeSet::new));
		if (!unknown.isEmpty()) {
			FunctionNames.of(this.library, unknown).forEach((offset, name) -> this.names.put(this.base + offset, name));
		}
		return addresses.stream()
			.collect(Collectors.toMap((address) -> address, (address) -> isInside(address) ? this.names.get(address)
					: this.names.computeIfAbsent(address, this::outside)));
	}

	private String outside(long address) {
		return this.parts.apply(address).map((part) -> {
			long offset = address - part.base();
			return FunctionNames.of(part.file(), new TreeSet<>(Set.of(offset))).get(offset) + " in "
					+ part.file().getFileName();
		}).orElseGet(() -> "0x" + Long.toHexString(address));
	}

}
