package dev.relib.os;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The mappings of this process, the only proof that a library is gone.
 */
public final class ProcessMaps {

	private static final Path MAPS = Path.of("/proc/self/maps");

	private ProcessMaps() {
	}

	/**
	 * The mappings of a file. It is known by its name, which no other file of this
	 * process has and which is plain ASCII: others may rename its directory, the kernel
	 * escapes some characters of a path, and the encoding is anyone's guess.
	 * @param file a file of a {@link PrivateDirectory}
	 * @return the lines that name it, none if it is not mapped
	 */
	public static List<String> of(Path file) {
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
