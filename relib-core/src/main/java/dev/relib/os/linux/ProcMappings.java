// SPDX-License-Identifier: Apache-2.0
package dev.relib.os.linux;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import dev.relib.os.Mappings;

/**
 * The kernel's list of mappings. Names are compared as bytes: the kernel escapes some
 * characters of a path, and the encoding of the rest is unknown.
 */
final class ProcMappings implements Mappings {

	private static final Path MAPS = Path.of("/proc/self/maps");

	/** Five words precede the name, which begins with a slash. */
	@Override
	public Set<String> files() {
		try {
			return Files.readString(MAPS, StandardCharsets.UTF_8)
				.lines()
				.filter((line) -> line.indexOf('/') > 0)
				.map((line) -> line.substring(line.indexOf('/')))
				.collect(Collectors.toSet());
		}
		catch (IOException ex) {
			throw new UncheckedIOException("can not read " + MAPS, ex);
		}
	}

	@Override
	public List<String> of(Path file) {
		String end = "/" + file.getFileName();
		try {
			return Files.readString(MAPS, StandardCharsets.ISO_8859_1)
				.lines()
				.filter((line) -> line.endsWith(end) || line.endsWith(end + " (deleted)"))
				.toList();
		}
		catch (IOException ex) {
			throw new UncheckedIOException("can not read " + MAPS, ex);
		}
	}

}
