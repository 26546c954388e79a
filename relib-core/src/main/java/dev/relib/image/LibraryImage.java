package dev.relib.image;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import dev.relib.ModuleSource;
import dev.relib.os.Platform;

/**
 * The content of a library file, as far as a host must know it before it opens the
 * library.
 */
public interface LibraryImage {

	/**
	 * Reads a file.
	 * @param source the module and its library, for error messages
	 * @param file the file to read, which does not change any more
	 * @return its content
	 * @throws UnreadableLibraryException if it is empty
	 * @throws NotALibraryException if it is no dynamic library, or damaged
	 */
	static LibraryImage read(ModuleSource source, Path file) {
		return LibraryReader.read(source, file);
	}

	/**
	 * What the library was built for.
	 * @return its platform
	 */
	Platform platform();

	/**
	 * The names that the library offers to others.
	 * @return defined dynamic symbols, functions and data
	 */
	Set<String> symbols();

	/**
	 * The libraries that the loader opens with it.
	 * @return their names, as they are in the file
	 */
	List<String> needed();

	/**
	 * Whether the library offers a function.
	 * @param symbol its name
	 * @return {@code false} also for data of that name
	 */
	boolean hasFunction(String symbol);

	/**
	 * Whether the library offers a pointer that its host can write.
	 * @param symbol its name
	 * @return {@code false} also for functions and constants of that name
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
