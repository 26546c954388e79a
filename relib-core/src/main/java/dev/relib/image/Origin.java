// SPDX-License-Identifier: Apache-2.0
package dev.relib.image;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The loader's word for the directory of the library that it reads.
 */
public final class Origin {

	private static final Pattern WORD = Pattern.compile("\\$(ORIGIN(?![A-Za-z0-9_])|\\{ORIGIN\\})");

	private Origin() {
	}

	/**
	 * Replaces the word.
	 * @param path a path, or several, as in a library's file
	 * @param directory the library's directory
	 * @return the path without the word
	 */
	public static String replace(String path, String directory) {
		return path.contains("$") ? WORD.matcher(path).replaceAll(Matcher.quoteReplacement(directory)) : path;
	}

}
