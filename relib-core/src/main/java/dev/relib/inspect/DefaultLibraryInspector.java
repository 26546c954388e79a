// SPDX-License-Identifier: Apache-2.0
package dev.relib.inspect;

import java.nio.file.Path;

import dev.relib.LibraryInspector;
import dev.relib.module.Inspection;

/**
 * Inspects ELF libraries. {@link java.util.ServiceLoader} creates it.
 */
public final class DefaultLibraryInspector implements LibraryInspector {

	@Override
	public Inspection inspect(Path library) {
		return new Inspector(library).inspect();
	}

}
