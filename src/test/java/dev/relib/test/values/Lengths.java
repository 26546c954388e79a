package dev.relib.test.values;

import java.util.List;

import dev.relib.RelibExports;

/**
 * Returns sequences that can not be as long as they say, which is possible in C only.
 */
@RelibExports
interface Lengths {

	String nullText();

	List<String> nullTexts();

	List<Part> nullParts();

	int[] tooManyInts();

	List<Point> tooManyPoints();

}
