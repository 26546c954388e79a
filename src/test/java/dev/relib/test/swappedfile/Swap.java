package dev.relib.test.swappedfile;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * A way to put one library in the place of another.
 */
enum Swap {

	/** As linkers and package managers do: nobody ever finds half a file. */
	RENAME {
		@Override
		void put(Path version, Path library) throws IOException {
			Path link = Files.createLink(library.resolveSibling("new"), version);
			Files.move(link, library, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
		}
	},
	/** As {@code cp} does: whoever reads at the same time finds some of both. */
	OVERWRITE {
		@Override
		void put(Path version, Path library) throws IOException {
			Files.write(library, Files.readAllBytes(version));
		}
	};

	abstract void put(Path version, Path library) throws IOException;

}
