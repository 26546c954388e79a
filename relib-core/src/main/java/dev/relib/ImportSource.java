package dev.relib;

import java.util.Optional;

import dev.relib.failure.MissingImportException;
import dev.relib.module.ModuleSource;

/**
 * Where modules get their imports from.
 */
@FunctionalInterface
public interface ImportSource {

	/**
	 * Finds what the host offers under the name of a trait.
	 * @param source the module that asks
	 * @param trait the trait's name
	 * @return the binding, or empty if the host offers none
	 * @throws MissingImportException if it is not clear which one is meant
	 */
	Optional<ImportBinding> find(ModuleSource source, String trait);

}
