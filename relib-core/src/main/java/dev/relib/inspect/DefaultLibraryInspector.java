package dev.relib.inspect;

import java.nio.file.Path;

import dev.relib.LibraryInspector;
import dev.relib.module.Inspection;

/**
 * Inspects libraries by their files.
 */
public final class DefaultLibraryInspector implements LibraryInspector {

	@Override
	public Inspection inspect(Path library) {
		return new Inspector(library).inspect();
	}

}
