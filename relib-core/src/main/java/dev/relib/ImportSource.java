// SPDX-License-Identifier: Apache-2.0
package dev.relib;

import java.util.Optional;

import dev.relib.failure.MissingImportException;
import dev.relib.module.ModuleSource;

/**
 * Finds the host's implementations of the traits that modules import. The registry calls
 * it during each load, on the loading thread, and for several modules at the same time:
 * implementations are thread-safe.
 */
@FunctionalInterface
public interface ImportSource {

	/**
	 * Finds the implementation of a trait. A library built with upstream's crates does
	 * not mark where a trait's name ends in a symbol, so that the name may be the
	 * beginning of one.
	 * @param source the module that is being loaded
	 * @param trait the trait's name, which is the simple name of the import interface
	 * @return the implementation; if it is empty, the load fails with a
	 * {@link MissingImportException}
	 * @throws MissingImportException if several implementations match the trait
	 */
	Optional<ImportBinding> find(ModuleSource source, String trait);

}
