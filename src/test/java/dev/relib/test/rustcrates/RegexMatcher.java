package dev.relib.test.rustcrates;

import dev.relib.RelibExports;

/**
 * Regular expressions of the crate regex.
 */
@RelibExports
public interface RegexMatcher {

	/** From 2024-02-29 to 29.02.2024. */
	String turnDates(String text);

	int countWords(byte[] text);

	/** Panics with regex's explanation if the pattern is none. */
	boolean isMatch(String pattern, String text);

}
