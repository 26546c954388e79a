package dev.relib.module;

import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

/**
 * What a library is, as far as its file and this machine tell.
 *
 * @param path where it is
 * @param size its size in bytes
 * @param format what kind of file it is, for example
 * {@code a Linux library (ELF64, x86-64)}
 * @param platform what it was built for
 * @param kind what it was built with, never {@link ModuleKind#AUTO}
 * @param buildInfo what it says of how it was built, sorted; empty for a plain library
 * @param contract the canonical text of its contract; {@code null} if there is none in it
 * @param exports its functions that relib's host can call, with their types where it has
 * a contract
 * @param imports functions of relib's host that it can call, likewise
 * @param linkage how it is bound to others
 * @param needed the libraries that come with it, those that it needs itself first
 * @param symbols all that it offers and needs
 * @param hazards what about it will not end well on this machine
 */
public record Inspection(Path path, long size, String format, Platform platform, ModuleKind kind,
		Map<String, String> buildInfo, @Nullable String contract, List<String> exports, List<String> imports,
		Linkage linkage, List<NeededLibrary> needed, LibrarySymbolTable symbols, List<Hazard> hazards) {

	public Inspection {
		buildInfo = Collections.unmodifiableMap(new TreeMap<>(buildInfo));
		exports = List.copyOf(exports);
		imports = List.copyOf(imports);
		needed = List.copyOf(needed);
		hazards = List.copyOf(hazards);
	}

}
