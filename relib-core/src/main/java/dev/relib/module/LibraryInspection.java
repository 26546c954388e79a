package dev.relib.module;

import java.nio.file.Path;

import dev.relib.ModuleSource;
import dev.relib.contract.Contract;
import dev.relib.contract.ContractSyntaxException;
import dev.relib.image.KitDescriptor;
import dev.relib.image.LibraryImage;
import dev.relib.os.Platform;
import dev.relib.runtime.ModuleKit;

/**
 * A library that this host could load, as far as can be told without running its code.
 *
 * @param image its content
 * @param descriptor what it says of itself
 * @param contract what it exports and imports
 */
public record LibraryInspection(LibraryImage image, KitDescriptor descriptor, Contract contract) {

	/**
	 * Looks at a library.
	 * @param source the module and its library, for error messages
	 * @param file the file to look at
	 * @return what was found
	 * @throws dev.relib.ModuleLoadException if the file is no module for this host and
	 * platform
	 */
	public static LibraryInspection of(ModuleSource source, Path file) {
		LibraryImage image = LibraryImage.read(source, file);
		image.requirePlatform(source, Platform.current());
		KitDescriptor descriptor = ModuleKit.require(source, image);
		try {
			return new LibraryInspection(image, descriptor, Contract.parse(descriptor.contract()));
		}
		catch (ContractSyntaxException ex) {
			throw new UnreadableContractException(source, ex);
		}
	}

}
