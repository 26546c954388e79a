package dev.relib.image.fuzz;

import java.nio.file.Path;
import java.util.List;

import dev.relib.image.fuzz.Mutator.Place;

/**
 * Something that reads files of others.
 */
public interface FuzzTarget {

	/** Reads a file, and throws what it may throw. */
	void read(Path file) throws Exception;

	/** Whether it may throw that. */
	boolean mayThrow(Throwable thrown);

	/** What hurts more than numbers. */
	default List<String> words() {
		return List.of();
	}

	/** Where to hit. */
	List<Place> places(byte[] content);

}
