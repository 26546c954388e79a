package dev.relib.image;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import dev.relib.failure.NotALibraryException;
import dev.relib.failure.UnreadableLibraryException;
import dev.relib.failure.WrongMachineException;
import dev.relib.module.Hazard;
import dev.relib.module.LibrarySymbolTable;
import dev.relib.module.Linkage;
import dev.relib.module.ModuleSource;
import dev.relib.module.Platform;

/**
 * The content of a library file, as far as a host must know it before it opens the
 * library. What belongs to relib is known from the first reading on; other questions are
 * answered from the file, which must still be there and the same.
 */
public interface LibraryImage {

	/**
	 * Reads a file.
	 * @param source the module and its library, for error messages
	 * @param file the file to read, which does not change any more
	 * @return its content
	 * @throws UnreadableLibraryException if it is empty or can not be read
	 * @throws NotALibraryException if it is no dynamic library for Linux, or damaged
	 */
	static LibraryImage read(ModuleSource source, Path file) {
		return ElfImage.read(source, file);
	}

	/**
	 * What the library was built for.
	 * @return its platform
	 */
	Platform platform();

	/**
	 * The libraries that the loader opens with it.
	 * @return their names, as they are in the file
	 */
	List<String> needed();

	/**
	 * What relib's host can call.
	 * @return the names of the exports, sorted, without what the symbols begin with, for
	 * example {@code Greeter_greet}
	 */
	List<String> relibFunctions();

	/**
	 * Where relib's host can write addresses of its own functions.
	 * @return the names of the imports, likewise
	 */
	List<String> relibSlots();

	/**
	 * Whether the library offers anything of a name, be it a function or not.
	 * @param symbol the name
	 * @return whether the loader finds it
	 * @throws dev.relib.failure.ModuleLoadException if the file is gone
	 */
	boolean hasSymbol(String symbol);

	/**
	 * Whether the library offers a function.
	 * @param symbol its name
	 * @return {@code false} also for data of that name
	 * @throws dev.relib.failure.ModuleLoadException if the file is gone
	 */
	boolean hasFunction(String symbol);

	/**
	 * Whether the library offers a pointer that its host can write.
	 * @param symbol its name
	 * @return {@code false} also for functions and constants of that name
	 * @throws dev.relib.failure.ModuleLoadException if the file is gone
	 */
	boolean hasSlot(String symbol);

	/**
	 * What the library's relib descriptor says.
	 * @return the descriptor, or empty if the library was not built with the module kit
	 */
	Optional<KitDescriptor> kit();

	/**
	 * What the library's build information says, if upstream's crates are in it.
	 * @return the information, or empty if the library was built without them
	 */
	Optional<UpstreamInfo> upstream();

	/**
	 * What about the file will not end well.
	 * @return the hazards, none for most libraries
	 */
	List<Hazard> hazards();

	/**
	 * How the library is bound to others. It is read anew from the file.
	 * @return its names and those of what it needs
	 * @throws dev.relib.failure.ModuleLoadException if the file is gone, or damaged there
	 */
	Linkage linkage();

	/**
	 * All that the library offers and needs. It is read anew from the file.
	 * @return its dynamic symbols
	 * @throws dev.relib.failure.ModuleLoadException if the file is gone, or damaged there
	 */
	LibrarySymbolTable symbolTable();

	/**
	 * Checks that this JVM can load the library.
	 * @param source the module and its library
	 * @param running the platform of this JVM
	 * @throws WrongMachineException if it can not
	 */
	default void requirePlatform(ModuleSource source, Platform running) {
		if (!platform().equals(running)) {
			throw new WrongMachineException(source, platform().toString(), running.toString());
		}
	}

}
