// SPDX-License-Identifier: Apache-2.0
package dev.relib.module;

import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

/**
 * The description of a library file, as {@link dev.relib.Relib#inspect} reads it.
 * Immutable.
 *
 * @param path the library's path
 * @param size its size in bytes
 * @param format its file format, for example {@code a Linux library (ELF64, x86-64)}
 * @param platform the platform that it was built for
 * @param kind the kind of module, never {@link ModuleKind#AUTO}
 * @param buildInfo its own description of its build, sorted by key; empty for a plain
 * library
 * @param contract the canonical text of its contract; {@code null} if it has none
 * @param exports the functions that a host can call: with their types if the library has
 * a contract, otherwise their names
 * @param imports the functions of a host that it can call, likewise
 * @param linkage its dynamic linkage
 * @param needed the libraries that the loader would open with it, direct dependencies
 * first
 * @param symbols its dynamic symbols
 * @param hazards its hazards on this machine
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
