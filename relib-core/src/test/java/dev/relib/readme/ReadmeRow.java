// SPDX-License-Identifier: Apache-2.0
package dev.relib.readme;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A row of a table of exceptions in the README.
 *
 * @param problem the first column
 * @param exception the simple name of the exception
 * @param says a part of the exception's message, in one line
 */
record ReadmeRow(String problem, String exception, String says) {

	private static final String CELLS = "(?<!\\\\)\\|";

	/** Reads the only table of a section. */
	static List<ReadmeRow> of(String section) {
		try {
			String text = Files.readString(Path.of("../README.md"));
			int start = text.indexOf("\n## " + section + "\n") + 1;
			return text.substring(start, text.indexOf("\n## ", start))
				.lines()
				.filter((line) -> line.startsWith("|"))
				.skip(2)
				.map((line) -> line.split(CELLS))
				.map((cells) -> new ReadmeRow(cells[1].strip(), cells[2].strip().replace("`", ""),
						cells[3].strip().replace("\\|", "|")))
				.toList();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
