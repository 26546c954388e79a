package dev.relib.runtime;

import dev.relib.failure.AbortingPanicsException;
import dev.relib.failure.IncompatibleKitException;
import dev.relib.failure.NoModuleKitException;
import dev.relib.image.KitDescriptor;
import dev.relib.image.LibraryImage;
import dev.relib.module.ModuleSource;

/**
 * The module kit that this host understands.
 */
public final class ModuleKit {

	private static final long ABI_VERSION = 1;

	private static final long MINIMAL_DESCRIPTOR = 48;

	private ModuleKit() {
	}

	/**
	 * Checks that a library was built with it.
	 * @param source the module and its library
	 * @param image the library's content
	 * @return what the library says of itself
	 * @throws NoModuleKitException if it was built without a kit
	 * @throws IncompatibleKitException if its kit speaks another version
	 * @throws AbortingPanicsException if a panic in it would end the process
	 */
	public static KitDescriptor require(ModuleSource source, LibraryImage image) {
		KitDescriptor kit = image.kit().orElseThrow(() -> new NoModuleKitException(source));
		if (kit.abiVersion() != ABI_VERSION) {
			throw new IncompatibleKitException(source, "the module kit in it has ABI version " + kit.abiVersion()
					+ ", this host speaks version " + ABI_VERSION);
		}
		if (kit.structSize() < MINIMAL_DESCRIPTOR) {
			throw new IncompatibleKitException(source, "its descriptor has " + kit.structSize()
					+ " bytes, this host needs at least " + MINIMAL_DESCRIPTOR);
		}
		if (kit.hasAbortingPanics()) {
			throw new AbortingPanicsException(source);
		}
		return kit;
	}

}
