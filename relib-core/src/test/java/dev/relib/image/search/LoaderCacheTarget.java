// SPDX-License-Identifier: Apache-2.0
package dev.relib.image.search;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

import dev.relib.image.file.DamagedFileException;
import dev.relib.image.file.FileBytes;
import dev.relib.image.fuzz.FuzzTarget;
import dev.relib.image.fuzz.Mutator.Place;

/**
 * Reads the loader's cache.
 */
public final class LoaderCacheTarget implements FuzzTarget {

	@Override
	public void read(Path file) throws IOException {
		try (FileBytes bytes = FileBytes.open(file)) {
			LoaderCache cache = LoaderCache.read(bytes);
			cache.find("libc.so.6");
			cache.find("libmissing.so.1");
		}
	}

	@Override
	public boolean mayThrow(Throwable thrown) {
		return thrown instanceof DamagedFileException;
	}

	@Override
	public List<Place> places(byte[] content) {
		return List.of(new Place(0, 64), new Place(48, 480), new Place(0, content.length));
	}

}
