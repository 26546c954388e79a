// SPDX-License-Identifier: Apache-2.0
package dev.relib.test.values;

import java.util.List;

import dev.relib.RelibExports;

/**
 * Returns sequences with impossible lengths, which only C code can do.
 */
@RelibExports
interface Lengths {

	String nullText();

	List<String> nullTexts();

	List<Part> nullParts();

	int[] tooManyInts();

	List<Point> tooManyPoints();

}
