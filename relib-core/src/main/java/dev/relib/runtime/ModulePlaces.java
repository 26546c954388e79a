package dev.relib.runtime;

import java.nio.file.Path;
import java.util.Collection;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;

import dev.relib.image.FunctionNames;
import dev.relib.image.SourceLines;
import org.jspecify.annotations.Nullable;

/**
 * Names of places in the code of a loaded library. The names are read at the first
 * question, as a large library has many.
 */
final class ModulePlaces {

	private final Path library;

	private final long base;

	private @Nullable FunctionNames names;

	/**
	 * Creates the places of a library.
	 * @param library the file that is mapped
	 * @param base where it begins in memory
	 */
	ModulePlaces(Path library, long base) {
		this.library = library;
		this.base = base;
	}

	/**
	 * Names an address in the library's code.
	 */
	String name(long address) {
		return names().at(address - this.base);
	}

	/**
	 * Names return addresses, with the lines of the calls before them.
	 */
	Map<Long, String> withLines(Collection<Long> returnAddresses) {
		TreeSet<Long> calls = returnAddresses.stream()
			.map((address) -> address - 1 - this.base)
			.collect(Collectors.toCollection(TreeSet::new));
		Map<Long, String> lines = SourceLines.of(this.library, calls);
		return returnAddresses.stream().distinct().collect(Collectors.toMap((address) -> address, (address) -> {
			String line = lines.get(address - 1 - this.base);
			return (line != null) ? name(address) + " (" + line + ")" : name(address);
		}));
	}

	private synchronized FunctionNames names() {
		FunctionNames read = this.names;
		if (read == null) {
			read = FunctionNames.of(this.library);
			this.names = read;
		}
		return read;
	}

}
