// SPDX-License-Identifier: Apache-2.0
package dev.relib.image;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import dev.relib.failure.NotALibraryException;
import dev.relib.failure.UnreadableLibraryException;
import dev.relib.failure.WrongMachineException;
import dev.relib.module.Hazard;
import dev.relib.module.LibrarySymbolTable;
import dev.relib.module.Linkage;
import dev.relib.module.ModuleSource;
import dev.relib.module.Platform;

/**
 * The content of a library file that a host needs before it opens the library. The
 * symbols of relib's ABI are kept in memory; other questions are answered from the file,
 * which must still exist unchanged.
 */
public interface LibraryImage {

	/**
	 * Reads a file.
	 * @param source the module and its library, for the messages of exceptions
	 * @param file the file to read, which no longer changes
	 * @return its content
	 * @throws UnreadableLibraryException if the file is missing, empty or unreadable
	 * @throws NotALibraryException if it is damaged, or no dynamic library for Linux
	 */
	static LibraryImage read(ModuleSource source, Path file) {
		return ElfImage.read(source, file);
	}

	/**
	 * Returns the platform that the library was built for.
	 * @return the platform
	 */
	Platform platform();

	/**
	 * Returns the libraries that the loader opens with it.
	 * @return their names, as they are in the file
	 */
	List<String> needed();

	/**
	 * Returns the exports of the module ABI.
	 * @return their names, sorted, without the prefix of their symbols, for example
	 * {@code Greeter_greet}
	 */
	List<String> relibFunctions();

	/**
	 * Returns the import slots of the module ABI.
	 * @return their names, sorted, without the prefix of their symbols
	 */
	List<String> relibSlots();

	/**
	 * Returns the symbols of relib's ABI.
	 * @param prefix the begin of their names
	 * @return their names, sorted
	 */
	List<String> relibSymbols(String prefix);

	/**
	 * Tells whether the library offers a symbol of any type.
	 * @param symbol the symbol's name
	 * @return {@code true} if the loader would find it
	 * @throws dev.relib.failure.ModuleLoadException if the file no longer exists
	 */
	boolean hasSymbol(String symbol);

	/**
	 * Tells whether the library offers a function.
	 * @param symbol the function's symbol
	 * @return {@code false} also for data of that name
	 * @throws dev.relib.failure.ModuleLoadException if the file no longer exists
	 */
	boolean hasFunction(String symbol);

	/**
	 * Tells whether the library offers a writable pointer.
	 * @param symbol the pointer's symbol
	 * @return {@code false} also for a function or constant of that name
	 * @throws dev.relib.failure.ModuleLoadException if the file no longer exists
	 */
	boolean hasSlot(String symbol);

	/**
	 * Tells whether each thread has a symbol of its own.
	 * @param symbol the symbol's name
	 * @return {@code false} also if the library does not offer it
	 * @throws dev.relib.failure.ModuleLoadException if the file no longer exists
	 */
	boolean isThreadLocal(String symbol);

	/**
	 * Returns the descriptor of the module kit.
	 * @return the descriptor; empty if the library was built without the kit
	 */
	Optional<KitDescriptor> kit();

	/**
	 * Returns the build information of upstream's crates.
	 * @return the information; empty if the library was built without them
	 */
	Optional<UpstreamInfo> upstream();

	/**
	 * Returns the hazards of the file.
	 * @return the hazards; empty for most libraries
	 */
	List<Hazard> hazards();

	/**
	 * Returns the sanitizers whose runtimes the library itself needs.
	 * @return the sanitizers; empty for most libraries
	 */
	Set<Sanitizer> sanitizers();

	/**
	 * Reads the library's dynamic linkage from the file.
	 * @return the linkage
	 * @throws dev.relib.failure.ModuleLoadException if the file no longer exists, or this
	 * part of it is damaged
	 */
	Linkage linkage();

	/**
	 * Reads the library's dynamic symbols from the file.
	 * @return the symbols
	 * @throws dev.relib.failure.ModuleLoadException if the file no longer exists, or this
	 * part of it is damaged
	 */
	LibrarySymbolTable symbolTable();

	/**
	 * Checks that the library was built for a platform.
	 * @param source the module and its library
	 * @param running the platform of this JVM
	 * @throws WrongMachineException if it was built for another platform
	 */
	default void requirePlatform(ModuleSource source, Platform running) {
		if (!platform().equals(running)) {
			throw new WrongMachineException(source, platform().toString(), running.toString());
		}
	}

}
