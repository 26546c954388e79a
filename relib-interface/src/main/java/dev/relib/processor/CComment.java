package dev.relib.processor;

import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Block comments of C.
 */
final class CComment {

	private CComment() {
	}

	/**
	 * Writes a comment.
	 * @param paragraphs what it says; empty ones are left out
	 * @return the comment with a line feed, or nothing if it says nothing
	 */
	static String of(String... paragraphs) {
		String text = Stream.of(paragraphs)
			.filter((paragraph) -> !paragraph.isBlank())
			.map(String::strip)
			.collect(Collectors.joining("\n\n"));
		if (text.isEmpty()) {
			return "";
		}
		return harmless(text).lines()
			.map((line) -> (" * " + line).stripTrailing() + "\n")
			.collect(Collectors.joining("", "/*\n", " */\n"));
	}

	/**
	 * Breaks what ends a comment or makes compilers warn about it, and drops invisible
	 * characters.
	 */
	private static String harmless(String text) {
		return text.replaceAll("[\\p{Cc}\\p{Cf}&&[^\\n\\t]]", "")
			.replace("*/", "* /")
			.replace("/*", "/ *")
			.replace("??/", "? ?/");
	}

}
