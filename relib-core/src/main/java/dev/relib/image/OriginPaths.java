// SPDX-License-Identifier: Apache-2.0
package dev.relib.image;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

import dev.relib.os.PrivateDirectory;

/**
 * Paths of directories as a library can name them: the loader parts a run path at colons,
 * and takes words after a dollar sign for its own. A link in the private directory stands
 * for a directory of such a name.
 */
final class OriginPaths {

	private static final Pattern PLAIN = Pattern.compile("[ -~&&[^:$]]*");

	private final PrivateDirectory directory;

	private final List<Path> links = new ArrayList<>();

	OriginPaths(PrivateDirectory directory) {
		this.directory = directory;
	}

	/** Returns a path of the directory that a library is in. */
	Path of(Path library) throws IOException {
		Path origin = library.toAbsolutePath().getParent();
		if (PLAIN.matcher(origin.toString()).matches()) {
			return origin;
		}
		Path link = this.directory.link(origin);
		this.links.add(link);
		return link;
	}

	/** Returns the links, to be deleted with the library's copy. */
	List<Path> links() {
		return List.copyOf(this.links);
	}

}
