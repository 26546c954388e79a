// SPDX-License-Identifier: Apache-2.0
package dev.relib.processor.cfamily;

import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Writes block comments.
 */
public final class BlockComment {

	private static final int MAX_LINE_LENGTH = 110;

	private BlockComment() {
	}

	/**
	 * Writes a comment over several lines.
	 * @param paragraphs the text; blank paragraphs are left out
	 * @return the comment with a line feed, or an empty string if all paragraphs are
	 * blank
	 */
	public static String of(String... paragraphs) {
		String text = Stream.of(paragraphs)
			.filter((paragraph) -> !paragraph.isBlank())
			.map(String::strip)
			.collect(Collectors.joining("\n\n"));
		if (text.isEmpty()) {
			return "";
		}
		return escaped(text).lines()
			.map((line) -> (" * " + line).stripTrailing() + "\n")
			.collect(Collectors.joining("", "/*\n", " */\n"));
	}

	/**
	 * Writes the comment of a member, on one line if it fits.
	 * @param text the text
	 * @return the indented comment with a line feed, or an empty string if the text is
	 * blank
	 */
	public static String ofMember(String text) {
		String line = "\t/* " + escaped(text.strip()) + " */";
		return (line.length() < MAX_LINE_LENGTH && !text.isBlank() && !line.contains("\n")) ? line + "\n"
				: of(text).lines().map((part) -> "\t" + part + "\n").collect(Collectors.joining());
	}

	/**
	 * Separates the characters that end a comment or that compilers warn about inside of
	 * one, and removes invisible characters.
	 */
	private static String escaped(String text) {
		return text.replaceAll("[\\p{Cc}\\p{Cf}&&[^\\n\\t]]", "")
			.replace("*/", "* /")
			.replace("/*", "/ *")
			.replace("??/", "? ?/");
	}

}
