// SPDX-License-Identifier: Apache-2.0
package dev.relib.test.zoo;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * A library of the zoo: a row of {@code species.md}.
 *
 * @param name the name of the C file that uses it
 * @param files the files that its module is linked to
 * @param form how it becomes a module
 * @param reload how each reload unloads the old module
 * @param unload how the module is unloaded that has left something behind
 * @param stays the threads and libraries that stay
 */
record Species(String name, List<String> files, Form form, String reload, String unload, String stays) {

	private static final int COLUMNS = 7;

	/** Reads the table. */
	static List<Species> all() {
		try (InputStream table = Species.class.getResourceAsStream("species.md")) {
			return new String(table.readAllBytes(), StandardCharsets.UTF_8).lines()
				.filter((line) -> line.startsWith("| "))
				.skip(1)
				.map(Species::of)
				.toList();
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/** Returns parts of what is said of a reload. */
	String[] reload(int number) {
		String[] firstAndMore = this.reload.split(", then ");
		return firstAndMore[Math.min(number, firstAndMore.length - 1)].split("; ");
	}

	/** Returns parts of what is said of the unload, or of the load that is refused. */
	String[] unloads() {
		return this.unload.split("; ");
	}

	/** Tells whether it is built from its source, as the only one. */
	boolean isGo() {
		return "go".equals(this.name);
	}

	/** Tells whether it is not even loaded. */
	boolean isRefused() {
		return this.reload.isEmpty();
	}

	private static Species of(String row) {
		List<String> cells = Stream.of(row.substring(1, row.lastIndexOf('|')).split("\\|", -1))
			.map(String::strip)
			.toList();
		if (cells.size() != COLUMNS) {
			throw new IllegalStateException("not a row of the table: " + row);
		}
		return new Species(cells.get(0), Arrays.asList(cells.get(1).split(" ")), Form.valueOf(cells.get(3)),
				cells.get(4), cells.get(5), cells.get(6));
	}

	@Override
	public String toString() {
		return this.name;
	}

}
