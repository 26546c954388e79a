// SPDX-License-Identifier: Apache-2.0
package dev.relib.image;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The loader's words in paths: {@code $ORIGIN} for the directory of the library that it
 * reads, and two more.
 */
public final class Origin {

	private static final Pattern WORD = word("ORIGIN");

	private Origin() {
	}

	/**
	 * Replaces the word for the directory.
	 * @param path a path, or several, as in a library's file
	 * @param directory the library's directory
	 * @return the path without the word
	 */
	public static String replace(String path, String directory) {
		return replace(WORD, path, directory);
	}

	/**
	 * Replaces a word.
	 * @param word matches it
	 * @param path a path, or several, as in a library's file
	 * @param value what it stands for
	 * @return the path without the word
	 */
	public static String replace(Pattern word, String path, String value) {
		return path.contains("$") ? word.matcher(path).replaceAll(Matcher.quoteReplacement(value)) : path;
	}

	/**
	 * Matches a word as the loader does.
	 * @param name the word without its dollar sign
	 * @return matches the word, with braces or without, and no longer one
	 */
	public static Pattern word(String name) {
		return Pattern.compile("\\$(" + name + "(?![A-Za-z0-9_])|\\{" + name + "\\})");
	}

}
