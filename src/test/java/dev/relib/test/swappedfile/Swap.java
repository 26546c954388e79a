// SPDX-License-Identifier: Apache-2.0
package dev.relib.test.swappedfile;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * A way to replace a library's file.
 */
enum Swap {

	/**
	 * Renames a new file over the old one, as linkers do: readers see one or the other.
	 */
	RENAME {
		@Override
		void put(Path replacement, Path library) throws IOException {
			Path link = Files.createLink(library.resolveSibling("new"), replacement);
			Files.move(link, library, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
		}
	},
	/**
	 * Overwrites the file, as {@code cp} does: a concurrent reader sees parts of both.
	 */
	OVERWRITE {
		@Override
		void put(Path replacement, Path library) throws IOException {
			Files.write(library, Files.readAllBytes(replacement));
		}
	};

	abstract void put(Path replacement, Path library) throws IOException;

}
