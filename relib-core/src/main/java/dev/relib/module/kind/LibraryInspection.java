// SPDX-License-Identifier: Apache-2.0
package dev.relib.module.kind;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import dev.relib.contract.ContractInterface;
import dev.relib.contract.Direction;
import dev.relib.image.LibraryImage;
import dev.relib.module.Hazard;
import dev.relib.module.ModuleKind;
import dev.relib.module.ModuleOptions;
import dev.relib.module.ModuleSource;
import dev.relib.module.Platform;

/**
 * The checked file of a library that this host can load, before it is opened.
 */
public final class LibraryInspection {

	private final LibraryKind library;

	private final LibraryImage image;

	private LibraryInspection(LibraryKind library, LibraryImage image) {
		this.library = library;
		this.image = image;
	}

	/**
	 * Reads and checks a library file.
	 * @param source the module and its library, for the messages of exceptions
	 * @param file the file to read
	 * @param options the options of the module
	 * @return the inspection
	 * @throws dev.relib.failure.ModuleLoadException if the file is no module of the
	 * configured kind for this host and platform
	 */
	public static LibraryInspection of(ModuleSource source, Path file, ModuleOptions options) {
		LibraryImage image = LibraryImage.read(source, file);
		image.requirePlatform(source, Platform.current());
		return new LibraryInspection(switch (options.kind()) {
			case AUTO -> (image.upstream().isPresent() && image.kit().isEmpty())
					? new UpstreamLibrary(source, image, options) : new KitLibrary(source, image, options);
			case KIT -> new KitLibrary(source, image, options);
			case UPSTREAM -> new UpstreamLibrary(source, image, options);
			case PLAIN -> new PlainLibrary(source, image, options);
		}, image);
	}

	/**
	 * Returns the kind of the library.
	 * @return a kind, never {@link ModuleKind#AUTO}
	 */
	public ModuleKind kind() {
		return this.library.kind();
	}

	/**
	 * Returns the library's own description of its build.
	 * @return keys and values, for example {@code compiler} and {@code version}
	 */
	public Map<String, String> buildInfo() {
		return this.library.buildInfo();
	}

	/**
	 * Lists the library's exports or imports.
	 * @param direction which of them
	 * @return a line for each function, with its types if the library declares them
	 */
	public List<String> functions(Direction direction) {
		return this.library.functions(direction);
	}

	/**
	 * Tells whether the library is meant to implement an interface.
	 * @param type an export interface
	 * @return {@code true} also if it lacks some of the functions, which its load reports
	 */
	public boolean exports(Class<?> type) {
		boolean plain = this.library.kind() == ModuleKind.PLAIN;
		return (plain || !ContractInterface.isPlain(type)) && this.library.exports(type);
	}

	/**
	 * Tells whether the library itself offers a symbol.
	 * @param name its name
	 * @return {@code false} for symbols of the libraries that it needs
	 */
	public boolean hasSymbol(String name) {
		return this.image.hasSymbol(name);
	}

	/**
	 * Tells whether each thread has a symbol of its own.
	 * @param name its name
	 * @return {@code true} if its address differs from thread to thread
	 */
	public boolean isThreadLocal(String name) {
		return this.image.isThreadLocal(name);
	}

	/**
	 * Returns the hazards of the library's file.
	 * @return the hazards; empty for most libraries
	 */
	public List<Hazard> hazards() {
		return this.image.hazards();
	}

	/**
	 * Returns the content of the library's file.
	 * @return the content
	 */
	public LibraryImage image() {
		return this.image;
	}

	/**
	 * Tells whether the library's file has a hazard.
	 * @param type the kind of hazard
	 * @return {@code true} if it is among the {@link #hazards}
	 */
	public boolean has(Hazard.Type type) {
		return hazards().stream().anyMatch((hazard) -> hazard.type() == type);
	}

	/**
	 * Returns the library from the view of its kind.
	 * @return the library
	 */
	public LibraryKind library() {
		return this.library;
	}

}
