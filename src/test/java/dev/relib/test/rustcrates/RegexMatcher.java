// SPDX-License-Identifier: Apache-2.0
package dev.relib.test.rustcrates;

import dev.relib.RelibExports;

/**
 * Uses regular expressions of the crate regex.
 */
@RelibExports
public interface RegexMatcher {

	/** Rewrites dates such as 2024-02-29 to 29.02.2024. */
	String turnDates(String text);

	int countWords(byte[] text);

	/** Matches a text. Panics with the crate's message if the pattern is invalid. */
	boolean isMatch(String pattern, String text);

}
