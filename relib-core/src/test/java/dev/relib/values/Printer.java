// SPDX-License-Identifier: Apache-2.0
package dev.relib.values;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;

import dev.relib.RelibExports;

/**
 * Fails in every possible way; {@code printer.c} defines which.
 */
@RelibExports
interface Printer {

	int print(int pages) throws OutOfPaperException;

	void printNothing(int pages) throws OutOfPaperException;

	String printText(int pages) throws OutOfPaperException;

	Optional<OutOfPaper> find(int pages) throws OutOfPaperException;

	Optional<List<OutOfPaper>> findAll(int pages) throws OutOfPaperException;

	Optional<String> findText(int pages) throws OutOfPaperException;

	Optional<Short> findSmall(int pages) throws OutOfPaperException;

	OptionalInt findNumber(int pages) throws OutOfPaperException;

	OptionalLong findLarge(int pages) throws OutOfPaperException;

	OptionalDouble findRatio(int pages) throws OutOfPaperException;

}
