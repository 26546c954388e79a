package dev.relib.module.kind;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import dev.relib.contract.Direction;
import dev.relib.image.LibraryImage;
import dev.relib.module.Hazard;
import dev.relib.module.ModuleKind;
import dev.relib.module.ModuleOptions;
import dev.relib.module.ModuleSource;
import dev.relib.module.Platform;

/**
 * A library that this host could load, as far as can be told without running its code.
 */
public final class LibraryInspection {

	private final LibraryKind library;

	private final List<Hazard> hazards;

	private LibraryInspection(LibraryKind library, List<Hazard> hazards) {
		this.library = library;
		this.hazards = hazards;
	}

	/**
	 * Looks at a library.
	 * @param source the module and its library, for error messages
	 * @param file the file to look at
	 * @param options what it is said to be
	 * @return what was found
	 * @throws dev.relib.failure.ModuleLoadException if the file is no module for this
	 * host and platform
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
		}, image.hazards());
	}

	/**
	 * What the library was built with.
	 * @return a kind, never {@link ModuleKind#AUTO}
	 */
	public ModuleKind kind() {
		return this.library.kind();
	}

	/**
	 * What the library says of how it was built.
	 * @return keys and values, for example {@code compiler} and {@code version}
	 */
	public Map<String, String> buildInfo() {
		return this.library.buildInfo();
	}

	/**
	 * The functions of the library, or those of the host that it calls.
	 * @param direction whose functions
	 * @return a line for each, with its types where the library names them
	 */
	public List<String> functions(Direction direction) {
		return this.library.functions(direction);
	}

	/**
	 * Whether the library is meant to implement an interface.
	 * @param type an export interface
	 * @return {@code true} also if it lacks some of the functions, which is an error when
	 * it is loaded
	 */
	public boolean exports(Class<?> type) {
		return this.library.exports(type);
	}

	/**
	 * What about the library's file will not end well.
	 * @return the hazards, none for most libraries
	 */
	public List<Hazard> hazards() {
		return this.hazards;
	}

	/**
	 * The library as one of its kind.
	 * @return the kind's view of it
	 */
	public LibraryKind library() {
		return this.library;
	}

}
